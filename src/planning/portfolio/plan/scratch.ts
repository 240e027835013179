import type { OpenRows } from "./cash-flow";
import { MACHINE_NAMES, RATE_NAMES, RUN_NAMES, type MachineRates, type MachineRun, type Machines } from "./machine-run";
import { HOUR_NAMES, OPERATING_NAMES, type OperatingRows, type RunHours } from "./operation";
import { OWNED_NAMES, type OwnedRows } from "./ownership";
import { emptyRecord } from "./records";
import type { ByMonth } from "./result";

/** Records that are filled again and again; they hold what was filled in before. */
class Pool<Record> {
  readonly #all: Record[] = [];
  #kept = 0;
  #used = 0;

  constructor(private readonly make: () => Record) {}

  next(): Record {
    if (this.#used === this.#all.length) this.#all.push(this.make());
    return this.#all[this.#used++]!;
  }

  /** Not filled again before all are released. */
  keep(record: Record): void {
    const at = this.#all.indexOf(record, this.#kept);
    if (at < 0) return;
    this.#all[at] = this.#all[this.#kept]!;
    this.#all[this.#kept++] = record;
  }

  release(): void {
    this.#used = this.#kept;
  }

  releaseAll(): void {
    this.#used = this.#kept = 0;
  }
}

/** Rows that are filled again for every fleet: making them anew took most of the time of a large plan. */
export class Scratch {
  /** by month; nobody fills them */
  readonly zeros: ByMonth;
  readonly ones: ByMonth;
  readonly owned: Pool<OwnedRows>;
  readonly rows: Pool<ByMonth>;
  /** kept until everything is released */
  readonly slots: Pool<ByMonth>;
  readonly machines: Pool<Machines>;
  readonly rates: Pool<MachineRates>;
  readonly hours: Pool<RunHours>;
  /** running all the time */
  readonly alwaysHours: Pool<RunHours>;
  readonly #operating: Pool<OperatingRows>;
  readonly #runs: Pool<MachineRun>;

  constructor(length: number) {
    this.zeros = new Float64Array(length);
    this.ones = new Float64Array(length).fill(1);
    this.#operating = new Pool(() => emptyRecord(OPERATING_NAMES, length));
    this.owned = new Pool(() => emptyRecord(OWNED_NAMES, length));
    this.rows = new Pool(() => new Float64Array(length));
    this.slots = new Pool(() => new Float64Array(length));
    this.machines = new Pool(() => emptyRecord(MACHINE_NAMES, length));
    this.rates = new Pool(() => emptyRecord(RATE_NAMES, length));
    this.hours = new Pool(() => emptyRecord(HOUR_NAMES, length));
    this.alwaysHours = new Pool(() => ({ ...emptyRecord(HOUR_NAMES, length), share: this.ones, on: this.ones, plugged: this.ones }));
    this.#runs = new Pool(() => emptyRecord(RUN_NAMES, length));
  }

  /** What happens in month 0 is cleared. */
  operation(): OperatingRows {
    const rows = this.#operating.next();
    rows.movingUsd[0] = 0;
    return rows;
  }

  /** Without machines. */
  run(): MachineRun {
    const run = this.#runs.next();
    for (const name of RUN_NAMES) run[name].fill(0);
    return run;
  }

  /** Rows that are not filled again before everything is released. */
  keep({ operating, owned }: OpenRows): void {
    this.#operating.keep(operating);
    this.owned.keep(owned);
  }

  /** Everything that is not kept may be filled again. */
  release(): void {
    for (const pool of [this.#operating, this.owned, this.rows, this.machines, this.rates, this.hours, this.alwaysHours, this.#runs]) pool.release();
  }

  /** Everything may be. */
  releaseAll(): void {
    for (const pool of [this.#operating, this.owned, this.slots]) pool.releaseAll();
    this.release();
  }
}
