// Decides when Univer calculates, in place of Univer's own trigger: that one begins a second calculation while one
// runs, or stops it to begin again, and loses changes either way. Here one calculation runs at a time, and changes
// made meanwhile wait for the next.
import { type ICommandInfo, ICommandService, type IExecutionOptions, ObjectMatrix } from "@univerjs/core";
import {
  FormulaDataModel,
  IActiveDirtyManagerService,
  type ISetFormulaCalculationNotificationMutation,
  type ISetFormulaCalculationResultMutation,
  SetFormulaCalculationNotificationMutation,
  SetFormulaCalculationResultMutation,
  SetFormulaCalculationStartMutation,
  SetTriggerFormulaCalculationStartMutation,
} from "@univerjs/engine-formula";
import { type ISetRangeValuesMutationParams, SetRangeValuesMutation, SetStyleCommand } from "@univerjs/sheets";
import { TriggerCalculationController } from "@univerjs/sheets-formula";
import { BehaviorSubject } from "rxjs";
import type { CellArea } from "../host/store";
import { type DirtyData, mergeDirtyData, NOTHING_DIRTY } from "./dirty-data";
import type { Engine } from "./engine";
import { rangeOf } from "./ranges";

/** How long a pause in the changes begins a calculation, and how long it is put off at most. */
const PAUSE_MS = 20;
const PATIENCE_MS = 200;

export class Calculation {
  private readonly commands: ICommandService;
  private readonly dirtyManager: IActiveDirtyManagerService;
  private readonly formulas: FormulaDataModel;
  private changes: Readonly<ICommandInfo>[] = [];
  private changingSince = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running = false;
  private waiting: (() => void)[] = [];

  /**
   * @param onPass called whenever a pass over the formulas begins or goes on; no formula is half evaluated then
   * @param onFinished called after results have been written to the cells and nothing is due
   */
  constructor(private readonly engine: Engine, private readonly onPass: () => void, private readonly onFinished: () => void) {
    const { injector } = engine;
    this.commands = injector.get(ICommandService);
    this.dirtyManager = injector.get(IActiveDirtyManagerService);
    this.formulas = injector.get(FormulaDataModel);
    const replaced = injector.get(TriggerCalculationController);
    replaced.dispose();
    // Univer's progress bar goes on watching it.
    Object.assign(replaced, { progress$: new BehaviorSubject({ done: 0, count: 0 }) });
    this.commands.beforeCommandExecuted((command) => this.dropStaleResults(command));
    this.commands.onCommandExecuted((command, options) => this.observe(command, options));
  }

  /** Resolves when no calculation is running or due. */
  settled(): Promise<void> {
    if (!this.running && this.changes.length === 0 && this.timer === undefined) return Promise.resolve();
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  /** Calculates these areas and what depends on them, as if they had been entered again. @param anew what they refer to has changed */
  recalculate(areas: readonly { readonly sheetId: string; readonly area: CellArea }[], anew = false): void {
    const { unitId } = this.engine;
    const clearDependencyTreeCache = anew ? { [unitId]: Object.fromEntries(areas.map(({ sheetId }) => [sheetId, "1"])) } : {};
    this.trigger({ dirtyRanges: areas.map(({ sheetId, area }) => ({ unitId, sheetId, range: rangeOf(area) })), clearDependencyTreeCache });
  }

  recalculateAll(): void {
    this.trigger({ forceCalculation: true });
  }

  dispose(): void {
    clearTimeout(this.timer);
  }

  private trigger(change: DirtyData): void {
    this.commands.syncExecuteCommand(SetTriggerFormulaCalculationStartMutation.id, { ...NOTHING_DIRTY, ...change }, { onlyLocal: true });
  }

  private observe(command: Readonly<ICommandInfo>, options?: IExecutionOptions): void {
    if (command.id === SetFormulaCalculationNotificationMutation.id) {
      const { stageInfo } = command.params as ISetFormulaCalculationNotificationMutation;
      if (stageInfo) this.onPass();
      else if (this.running) this.ended();
    } else if (this.causesCalculation(command, options)) {
      if (this.changes.length === 0) this.changingSince = Date.now();
      this.changes.push(command);
      this.schedule();
    }
  }

  private schedule(): void {
    if (this.running) return;
    clearTimeout(this.timer);
    const left = this.changingSince + PATIENCE_MS - Date.now();
    this.timer = setTimeout(() => this.start(), Math.max(0, Math.min(PAUSE_MS, left)));
  }

  private start(): void {
    this.timer = undefined;
    const dirty = mergeDirtyData(this.changes.flatMap((command) => this.dirtyManager.get(command.id)?.getDirtyData(command) ?? []));
    this.changes = [];
    this.running = true;
    void this.commands.executeCommand(SetFormulaCalculationStartMutation.id, { ...dirty, maxIteration: 1, isCalculateTreeModel: false, rowData: this.formulas.getHiddenRowsFiltered() }, { onlyLocal: true });
  }

  private ended(): void {
    this.running = false;
    // In a turn of its own, after everybody has seen the results.
    this.timer = setTimeout(() => {
      this.timer = undefined;
      if (this.changes.length > 0) return this.start();
      this.onFinished();
      if (this.changes.length > 0 || this.running) return;
      for (const resolve of this.waiting.splice(0)) resolve();
    }, 0);
  }

  /** A cell entered anew while formulas were calculated must not be overwritten by what its old formula gave. */
  private dropStaleResults(command: Readonly<ICommandInfo>): void {
    if (command.id !== SetFormulaCalculationResultMutation.id) return;
    const results = (command.params as ISetFormulaCalculationResultMutation).unitData[this.engine.unitId];
    for (const change of this.changes) {
      if (change.id !== SetRangeValuesMutation.id) continue;
      const { subUnitId, cellValue } = change.params as ISetRangeValuesMutationParams;
      new ObjectMatrix(cellValue ?? {}).forValue((row, column) => {
        delete results?.[subUnitId]?.[row]?.[column];
      });
    }
  }

  /** The same rule as Univer's own trigger. */
  private causesCalculation(command: Readonly<ICommandInfo>, options?: IExecutionOptions): boolean {
    if (!this.dirtyManager.get(command.id)) return false;
    if (command.id !== SetRangeValuesMutation.id) return true;
    const { trigger } = command.params as ISetRangeValuesMutationParams;
    return options?.onlyLocal !== true && trigger !== SetStyleCommand.id;
  }
}
