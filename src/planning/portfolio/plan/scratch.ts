import { MACHINE_NAMES, RATE_NAMES, RUN_NAMES, type MachineRates, type MachineRun, type Machines } from "./machine-run";
import { HOUR_NAMES, OPERATING_NAMES, type OperatingRows, type RunHours } from "./operation";
import { emptyRecord } from "./records";
import type { ByMonth } from "./result";

/** Records that are filled again and again; they hold what was filled in before. */
class Pool<Record> {
  readonly #all: Record[] = [];
  #used = 0;

  constructor(private readonly make: () => Record) {}

  next(): Record {
    if (this.#used === this.#all.length) this.#all.push(this.make());
    return this.#all[this.#used++]!;
  }

  release(): void {
    this.#used = 0;
  }
}

/** Rows that are filled again for every site: making them anew took most of the time of a large plan. */
export class Scratch {
  /** by month; nobody fills them */
  readonly zeros: ByMonth;
  readonly ones: ByMonth;
  readonly rows: Pool<ByMonth>;
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
    this.rows = new Pool(() => new Float64Array(length));
    this.machines = new Pool(() => emptyRecord(MACHINE_NAMES, length));
    this.rates = new Pool(() => emptyRecord(RATE_NAMES, length));
    this.hours = new Pool(() => emptyRecord(HOUR_NAMES, length));
    this.alwaysHours = new Pool(() => ({ ...emptyRecord(HOUR_NAMES, length), share: this.ones, on: this.ones, plugged: this.ones }));
    this.#runs = new Pool(() => emptyRecord(RUN_NAMES, length));
  }

  /** Zeros. */
  operation(): OperatingRows {
    const rows = this.#operating.next();
    for (const name of OPERATING_NAMES) rows[name].fill(0);
    return rows;
  }

  /** Without machines. */
  run(): MachineRun {
    const run = this.#runs.next();
    for (const name of RUN_NAMES) run[name].fill(0);
    return run;
  }

  /** Everything may be filled again. */
  release(): void {
    for (const pool of [this.#operating, this.rows, this.machines, this.rates, this.hours, this.alwaysHours, this.#runs]) pool.release();
  }
}
