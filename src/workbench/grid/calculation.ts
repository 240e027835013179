// Knows when Univer calculates. Univer starts a calculation 100 ms after the last change, in the background, and
// announces its stages as commands; `settled()` turns that into a promise.
import { type ICommandInfo, ICommandService, type IExecutionOptions } from "@univerjs/core";
import {
  FormulaExecutedStateType,
  IActiveDirtyManagerService,
  type ISetFormulaCalculationNotificationMutation,
  type ISetFormulaCalculationStartMutation,
  SetFormulaCalculationNotificationMutation,
  SetFormulaCalculationStartMutation,
  SetFormulaCalculationStopMutation,
  SetTriggerFormulaCalculationStartMutation,
} from "@univerjs/engine-formula";
import { type ISetRangeValuesMutationParams, SetRangeValuesMutation, SetStyleCommand } from "@univerjs/sheets";
import type { CellArea } from "../host/store";
import type { Engine } from "./engine";
import { rangeOf } from "./ranges";

export class Calculation {
  private readonly commands: ICommandService;
  private readonly dirtyManager: IActiveDirtyManagerService;
  /** A change has been made whose calculation has not begun. */
  private due = false;
  /** Univer begins a second calculation while one is in its first stage. */
  private running = 0;
  private stopAsked = false;
  /** A calculation may have missed changes, so that everything has to be calculated once more. */
  private spoiled = false;
  private waiting: (() => void)[] = [];

  /**
   * @param onPass called whenever a pass over the formulas begins or goes on; no formula is half evaluated then
   * @param onFinished called after results have been written to the cells
   */
  constructor(private readonly engine: Engine, private readonly onPass: () => void, private readonly onFinished: () => void) {
    this.commands = engine.injector.get(ICommandService);
    this.dirtyManager = engine.injector.get(IActiveDirtyManagerService);
    this.commands.onCommandExecuted((command, options) => this.observe(command, options));
  }

  /** Resolves when no calculation is running or due. */
  settled(): Promise<void> {
    if (!this.due && this.running === 0) return Promise.resolve();
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  /** Calculates these areas and what depends on them, as if they had been entered again. */
  recalculate(areas: readonly { readonly sheetId: string; readonly area: CellArea }[]): void {
    this.trigger({ dirtyRanges: areas.map(({ sheetId, area }) => ({ unitId: this.engine.unitId, sheetId, range: rangeOf(area) })) });
  }

  recalculateAll(): void {
    this.trigger({ forceCalculation: true });
  }

  private trigger(change: Partial<ISetFormulaCalculationStartMutation>): void {
    const nothing = { dirtyRanges: [], dirtyNameMap: {}, dirtyDefinedNameMap: {}, dirtySuperTableMap: {}, dirtyUnitFeatureMap: {}, dirtyUnitOtherFormulaMap: {}, clearDependencyTreeCache: {} };
    this.commands.syncExecuteCommand(SetTriggerFormulaCalculationStartMutation.id, { ...nothing, forceCalculation: false, ...change }, { onlyLocal: true });
  }

  private observe(command: Readonly<ICommandInfo>, options?: IExecutionOptions): void {
    if (command.id === SetFormulaCalculationStartMutation.id) {
      this.due = false;
      this.spoiled ||= this.running > 0;
      this.running++;
    } else if (command.id === SetFormulaCalculationStopMutation.id) {
      this.stopAsked = this.running > 0;
    } else if (command.id === SetFormulaCalculationNotificationMutation.id) {
      const { stageInfo, functionsExecutedState } = command.params as ISetFormulaCalculationNotificationMutation;
      if (stageInfo) this.onPass();
      else this.ended(functionsExecutedState);
    } else if (this.causesCalculation(command, options)) {
      this.due = true;
    }
  }

  private ended(state: FormulaExecutedStateType | undefined): void {
    const stopped = state === FormulaExecutedStateType.STOP_EXECUTION;
    // Univer stops a running calculation to begin again with the newer changes too. When the stop comes too late, it
    // forgets those changes; and two calculations at once disturb one another. Then everything is calculated.
    this.spoiled ||= this.stopAsked && !stopped;
    this.stopAsked = false;
    this.running = Math.max(0, this.running - 1);
    if (this.spoiled && this.running === 0) {
      this.spoiled = false;
      this.recalculateAll();
    }
    // A restart after a stop is commanded in the same turn, so the question is asked in the next one.
    setTimeout(() => {
      if (this.due || this.running > 0) return;
      this.onFinished();
      for (const resolve of this.waiting.splice(0)) resolve();
    }, 0);
  }

  /** The same rule as Univer's own trigger. */
  private causesCalculation(command: Readonly<ICommandInfo>, options?: IExecutionOptions): boolean {
    if (!this.dirtyManager.get(command.id)) return false;
    if (command.id !== SetRangeValuesMutation.id) return true;
    const { trigger } = command.params as ISetRangeValuesMutationParams;
    return options?.onlyLocal !== true && trigger !== SetStyleCommand.id;
  }
}
