/** What the writer did to one sheet: "range A1:C3 formulas", with the value set or the arguments given. */
export interface Deed {
  readonly what: string;
  readonly value: unknown;
}

interface FakeSheet {
  readonly id: string;
  name: string;
  readonly deeds: Deed[];
}

/**
 * Just enough of Excel's object model for a writer: sheets that are added and deleted for real, and everything else
 * recorded. Effects happen at sync, in order; a sync told to fail leaves the first `doneBefore` of its effects standing, as Excel does.
 */
export class FakeExcel {
  readonly sheets: FakeSheet[];
  active = "";
  readonly properties: Record<string, string> = {};
  syncs = 0;
  /** sync number (from 1) to what it fails with */
  readonly failures = new Map<number, { code: string; doneBefore: number }>();
  private queue: (() => void)[] = [];
  private nextId = 1;

  constructor(names: readonly string[]) {
    this.sheets = names.map((name) => this.newSheet(name));
  }

  names(): string[] {
    return this.sheets.map(({ name }) => name);
  }

  deeds(name: string): readonly Deed[] {
    return this.sheets.find((sheet) => sheet.name === name)?.deeds ?? [];
  }

  readonly run = async <T>(work: (context: unknown) => Promise<T>): Promise<T> => {
    this.queue = [];
    const worksheets = {
      items: [] as unknown[],
      load: () => void this.queue.push(() => (worksheets.items = this.sheets.map((sheet) => ({ id: sheet.id, name: sheet.name, delete: () => this.enqueue(() => this.remove(sheet)) })))),
      add: (name: string) => {
        const sheet = this.newSheet(name);
        this.enqueue(() => this.sheets.push(sheet));
        return this.recorder(sheet);
      },
      getItem: (name: string) => this.recorder(() => this.sheets.find((sheet) => sheet.name === name)!),
    };
    const workbook = { worksheets, tables: { items: [], load: () => undefined }, properties: { custom: { add: (key: string, value: string) => this.enqueue(() => (this.properties[key] = value)) } } };
    return work({ workbook, sync: () => this.sync() });
  };

  private newSheet(name: string): FakeSheet {
    return { id: `{${this.nextId++}}`, name, deeds: [] };
  }

  private enqueue(effect: () => void): void {
    this.queue.push(effect);
  }

  private remove(sheet: FakeSheet): void {
    this.sheets.splice(this.sheets.indexOf(sheet), 1);
  }

  private sync(): Promise<void> {
    const failure = this.failures.get(++this.syncs);
    const effects = this.queue.splice(0);
    for (const effect of effects.slice(0, failure?.doneBefore)) effect();
    return failure ? Promise.reject(Object.assign(new Error("refused"), { code: failure.code })) : Promise.resolve();
  }

  private recorder(target: FakeSheet | (() => FakeSheet), path = ""): unknown {
    const sheet = (): FakeSheet => (typeof target === "function" ? target() : target);
    const record = (what: string, value: unknown): void => this.enqueue(() => {
      if (what === "activate") this.active = sheet().name;
      sheet().deeds.push({ what, value });
    });
    const member = (name: string): string => (path === "" ? name : `${path} ${name}`);
    return new Proxy(() => undefined, {
      get: (_, name: string) => this.recorder(target, member(name)),
      set: (_, name: string, value: unknown) => (record(member(name), value), true),
      apply: (_, __, values: unknown[]) => {
        record(path, values);
        const plain = values.filter((value) => typeof value === "string" || typeof value === "number");
        return this.recorder(target, `${path}(${plain.join(",")})`);
      },
    });
  }
}
