// The add-in's worksheet functions inside Univer's formula engine: each hands its arguments to the evaluator and
// turns the answer into the engine's values.
import type { Injector } from "@univerjs/core";
import { BaseFunction, type BaseValueObject, ErrorType, ErrorValueObject, FunctionType, type FunctionVariantType, IFunctionService, type IFunctionInfo } from "@univerjs/engine-formula";
import { IDescriptionService } from "@univerjs/sheets-formula";
import type { FunctionEvaluator } from "../host/store";
import { argumentValue, resultObject } from "./values";

/** What the grid reads of functions.json. */
export interface WorksheetFunction {
  readonly name: string;
  readonly description?: string;
  readonly parameters: readonly { readonly name: string; readonly description?: string; readonly optional?: boolean; readonly repeating?: boolean }[];
}

const MAX_ARGUMENTS = 255;

/** Counts the calls of the cell that is being calculated. */
export class CallCounter {
  private cell = "";
  private calls = 0;

  /** No cell is half evaluated: the next call is its cell's first. */
  nextPass(): void {
    this.cell = "";
  }

  next(sheetId: string, row: number, column: number): number {
    const cell = `${sheetId}!${row},${column}`;
    if (cell !== this.cell) {
      this.cell = cell;
      this.calls = 0;
    }
    return this.calls++;
  }
}

class AddInFunction extends BaseFunction {
  override needsReferenceObject = true;
  override minParams = 0;
  override maxParams = MAX_ARGUMENTS;

  constructor(name: string, private readonly evaluator: FunctionEvaluator, private readonly counter: CallCounter) {
    super(name);
  }

  // An exception here would end the whole calculation, so none gets out.
  override calculate(...given: BaseValueObject[]): BaseValueObject {
    const sheetId = this.subUnitId ?? "";
    const { row, column } = this;
    try {
      const args = given.map((argument) => argumentValue(argument as FunctionVariantType));
      return resultObject(this.evaluator.evaluate({ sheetId, row, column, callIndex: this.counter.next(sheetId, row, column), name: String(this.name), args }));
    } catch (error) {
      console.error(`${String(this.name)} could not be called.`, error);
      return ErrorValueObject.create(ErrorType.VALUE);
    }
  }
}

/** Makes the functions known to formulas, to autocomplete and to the argument help. */
export function registerFunctions(injector: Injector, namespace: string, functions: readonly WorksheetFunction[], evaluator: FunctionEvaluator, counter: CallCounter): void {
  const named = functions.map((each) => ({ ...each, name: `${namespace}.${each.name}`.toUpperCase() }));
  injector.get(IFunctionService).registerExecutors(...named.map((each) => new AddInFunction(each.name, evaluator, counter)));
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
