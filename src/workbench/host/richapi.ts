// Interprets one RichApi batch ({ Actions, ObjectPaths }) over the declared object model.
// Actions run in order; on an error the rest is left undone and what was done stays, as in Excel.
import { BatchRun } from "./batch-run";
import { HostError } from "./errors";
import { ModelAccess, type ModelAccessOptions } from "./model-access";
import { ACTION, type BatchRequest, type BatchResponse } from "./wire";

export class BatchInterpreter {
  private readonly access: ModelAccess;

  constructor(private readonly options: ModelAccessOptions) {
    this.access = new ModelAccess(options);
  }

  /** Forgets every tracked object, as when the add-in's page is loaded anew. */
  reset(): void {
    this.access.reset();
  }

  async run(request: BatchRequest): Promise<BatchResponse> {
    const run = new BatchRun(this.access, request.ObjectPaths ?? {});
    const response: BatchResponse = { Results: [], TraceIds: [] };
    for (const [index, action] of request.Actions.entries()) {
      try {
        const value = await run.execute(action);
        if (action.ActionType === ACTION.trace) response.TraceIds.push(action.Id);
        response.Results.push({ ActionId: action.Id, Value: value ?? null });
      } catch (error) {
        const code = error instanceof HostError ? error.code : "GeneralException";
        const message = error instanceof Error ? error.message : String(error);
        this.options.onMember(`${run.location}: ${code}`, true);
        return { ...response, Error: { Code: code, Message: message, Location: run.location, ActionIndex: index, HttpStatusCode: code === "ItemNotFound" ? 404 : 400 } };
      }
    }
    return response;
  }
}
