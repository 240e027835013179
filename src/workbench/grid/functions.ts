// The add-in's worksheet functions inside Univer's formula engine: each hands its arguments to the evaluator and
// turns the answer into the engine's values. Sentences that come with errors are kept by cell, for notes.
import type { Injector } from "@univerjs/core";
import { BaseFunction, type BaseValueObject, ErrorType, ErrorValueObject, FunctionType, type FunctionVariantType, IFunctionService, type IFunctionInfo } from "@univerjs/engine-formula";
import { IDescriptionService } from "@univerjs/sheets-formula";
import type { FunctionEvaluator } from "../host/store";
import { argumentValue, BUSY, isCellError, resultObject } from "./values";

/** What the grid reads of functions.json. */
export interface WorksheetFunction {
  readonly name: string;
  readonly description?: string;
  readonly parameters: readonly { readonly name: string; readonly description?: string; readonly optional?: boolean; readonly repeating?: boolean }[];
}

const MAX_ARGUMENTS = 255;

/** Calls of the cell that is being calculated, and the sentences of those that gave an error. */
export class CallRecord {
  private cell = "";
  private calls = 0;
  private readonly messages = new Map<string, { error: string; message: string }>();

  /** No cell is half evaluated: the next call is its cell's first. */
  nextPass(): void {
    this.cell = "";
  }

  nextCall(sheetId: string, row: number, column: number): number {
    const cell = key(sheetId, row, column);
    if (cell !== this.cell) {
      this.cell = cell;
      this.calls = 0;
      this.messages.delete(cell);
    }
    return this.calls++;
  }

  keepMessage(sheetId: string, row: number, column: number, error: string, message: string): void {
    this.messages.set(key(sheetId, row, column), { error, message });
  }

  /** The cell has been entered anew. */
  forget(sheetId: string, row: number, column: number): void {
    this.messages.delete(key(sheetId, row, column));
  }

  /** The cells with a kept sentence. */
  cells(): { sheetId: string; row: number; column: number }[] {
    return [...this.messages.keys()].map((text) => {
      const [, sheetId = "", row, column] = /^(.*)!(\d+),(\d+)$/.exec(text) ?? [];
      return { sheetId, row: Number(row), column: Number(column) };
    });
  }

  /** The sentence for a cell that shows this error, if a function in it gave both. */
  message(sheetId: string, row: number, column: number, error: string): string | null {
    const kept = this.messages.get(key(sheetId, row, column));
    return kept?.error === error ? kept.message : null;
  }
}

class AddInFunction extends BaseFunction {
  override needsReferenceObject = true;
  override minParams = 0;
  override maxParams = MAX_ARGUMENTS;

  constructor(name: string, private readonly definition: WorksheetFunction, private readonly evaluator: FunctionEvaluator, private readonly record: CallRecord) {
    super(name);
  }

  // An exception here would end the whole calculation, so none gets out.
  override calculate(...given: BaseValueObject[]): BaseValueObject {
    const sheetId = this.subUnitId ?? "";
    const { row, column } = this;
    const callIndex = this.record.nextCall(sheetId, row, column);
    const refuse = (message: string) => {
      this.record.keepMessage(sheetId, row, column, ErrorType.VALUE, message);
      return ErrorValueObject.create(ErrorType.VALUE);
    };
    const { parameters } = this.definition;
    if (given.length > parameters.length && !parameters.at(-1)?.repeating) return refuse(`${String(this.name)} takes ${parameters.length} arguments; ${given.length} are given.`);
    try {
      const args = given.map((argument) => argumentValue(argument as FunctionVariantType));
      const result = this.evaluator.evaluate({ sheetId, row, column, callIndex, name: String(this.name), args });
      if (result === "pending") return ErrorValueObject.create(BUSY as ErrorType);
      if (isCellError(result) && result.message) this.record.keepMessage(sheetId, row, column, result.error, result.message);
      return resultObject(result);
    } catch (error) {
      return refuse(error instanceof Error ? error.message : String(error));
    }
  }
}

/** Makes the functions known to formulas, to autocomplete and to the argument help. */
export function registerFunctions(injector: Injector, namespace: string, functions: readonly WorksheetFunction[], evaluator: FunctionEvaluator, record: CallRecord): void {
  const named = functions.map((each) => ({ ...each, name: `${namespace}.${each.name}`.toUpperCase() }));
  injector.get(IFunctionService).registerExecutors(...named.map((each) => new AddInFunction(each.name, each, evaluator, record)));
  injector.get(IDescriptionService).registerDescriptions(named.map(help));
}

function help({ name, description = "", parameters }: WorksheetFunction): IFunctionInfo {
  return {
    functionName: name,
    functionType: FunctionType.User,
    description,
    abstract: description,
    functionParameter: parameters.map((each) => ({ name: each.name, detail: each.description ?? "", example: "", require: each.optional ? 0 : 1, repeat: each.repeating ? 1 : 0 })),
  };
}

function key(sheetId: string, row: number, column: number): string {
  return `${sheetId}!${row},${column}`;
}
