import { ROW_NAMES, type Rows } from "./cash-flow";
import { HOUR_NAMES, RUN_NAMES, type MachineRun, type RunHours } from "./machine-run";
import type { ByMonth } from "./result";

/** Rows of zeros that are filled again for every site: making them anew took most of the time of a large plan. */
export class Scratch {
  readonly #arrays: ByMonth[] = [];
  #used = 0;

  constructor(private readonly length: number) {}

  row(): ByMonth {
    const row = this.#arrays[this.#used++];
    if (row) return row.fill(0);
    const made = new Float64Array(this.length);
    this.#arrays.push(made);
    return made;
  }

  rows(): Rows {
    return this.#record(ROW_NAMES);
  }

  run(): MachineRun {
    return this.#record(RUN_NAMES);
  }

  hours(): RunHours {
    return this.#record(HOUR_NAMES);
  }

  /** All of them may be filled again. */
  release(): void {
    this.#used = 0;
  }

  #record<Name extends string>(names: readonly Name[]): Record<Name, ByMonth> {
    const record = {} as Record<Name, ByMonth>;
    for (const name of names) record[name] = this.row();
    return record;
  }
}
