// Excel's native side of custom functions: which cell asks when, what it shows meanwhile, and where an answer goes.
// The functions themselves run in the add-in's page, driven by office.js's own runtime.
import { areaAddress, quotedSheetName } from "./address";
import type { FunctionDefinition, FunctionMetadata } from "./contract";
import type { MessageEntry } from "./events";
import { BUSY, functionResult, isError, isWaiting, wireArguments, type FunctionResult, type WireResult } from "./function-call";
import { hostObject, type HostObject, type ObjectType } from "./object-type";
import type { CellError, FunctionCall, FunctionEvaluator, RecalculationTarget, SheetStore } from "./store";

const FLAG = { cancelable: 1, streaming: 2, errorsAllowed: 4 } as const;
const MESSAGE = { category: 1, invoke: 1000, cancel: 1001 } as const;

interface Invocation {
  readonly id: number;
  /** Function and arguments as sent: the same text needs no new call. */
  readonly arguments: string;
  readonly entry: MessageEntry;
  readonly cancelable: boolean;
}

/** One call site of one cell, with the arguments it was last asked with. */
interface CallSite {
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
  /** The invocation, or null when the call was refused. */
  readonly asked: Invocation | null;
  /** The cell's formula when it was asked: an answer for another formula is stale. */
  readonly formula: string | null;
  /** #BUSY! until the answer is there. */
  result: FunctionResult;
}

export interface FunctionHostOptions {
  readonly store: SheetStore;
  readonly metadata: FunctionMetadata;
  readonly namespace: string;
  send(entries: readonly MessageEntry[]): void;
  /** Told of every invocation sent. */
  onCall(name: string): void;
}

export class FunctionHost implements FunctionEvaluator {
  private readonly prefix: string;
  private readonly errorsAllowed: boolean;
  private readonly definitions: ReadonlyMap<string, FunctionDefinition>;
  /** By cell, then by the place of the call in the cell's formula. */
  private readonly cells = new Map<string, Map<number, CallSite>>();
  private readonly waiting = new Map<number, CallSite>();
  private unsent: MessageEntry[] = [];
  private sending = false;
  private ready = false;
  private nextId = 1;
  private target: RecalculationTarget | null = null;
  private readonly watchers = new Set<() => void>();

  constructor(private readonly options: FunctionHostOptions) {
    this.prefix = `${options.namespace.toUpperCase()}.`;
    this.errorsAllowed = options.metadata.allowErrorForDataTypeAny === true;
    this.definitions = new Map(options.metadata.functions.map((each) => [each.name.toUpperCase(), each]));
  }

  connect(target: RecalculationTarget): void {
    this.target = target;
  }

  get pending(): number {
    return this.waiting.size;
  }

  /** Resolves at the next batch of answers, or when calls are dropped. */
  nextAnswer(): Promise<void> {
    return new Promise((resolve) => {
      const watcher = () => {
        this.watchers.delete(watcher);
        resolve();
      };
      this.watchers.add(watcher);
    });
  }

  evaluate(call: FunctionCall): FunctionResult {
    const name = call.name.toUpperCase();
    const definition = name.startsWith(this.prefix) ? this.definitions.get(name.slice(this.prefix.length)) : undefined;
    if (!definition) return { error: "#NAME?" };
    const kind = unsupported(definition);
    if (kind) return this.refuse(call, { error: "#NAME?", message: `The workbench does not run ${kind} functions.` });
    if (call.args.some(isWaiting)) return BUSY;
    const args = wireArguments(definition, call.args, this.errorsAllowed);
    if (isError(args)) return this.refuse(call, args);
    return this.ask(call, definition, args.values).result;
  }

  /** The call is not made; what is wrong with it stays with the cell. */
  private refuse(call: FunctionCall, error: CellError): CellError {
    const sites = this.sites(call);
    const before = sites.get(call.callIndex);
    if (before) this.drop(before);
    const { sheetId, row, column } = call;
    sites.set(call.callIndex, { sheetId, row, column, asked: null, formula: this.formula(sheetId, row, column), result: error });
    return error;
  }

  private sites({ sheetId, row, column }: FunctionCall): Map<number, CallSite> {
    const key = cellKey(sheetId, row, column);
    const known = this.cells.get(key);
    if (known) return known;
    const sites = new Map<number, CallSite>();
    this.cells.set(key, sites);
    return sites;
  }

  private ask(call: FunctionCall, definition: FunctionDefinition, values: readonly unknown[]): CallSite {
    const sites = this.sites(call);
    const formula = this.formula(call.sheetId, call.row, call.column);
    const asked = JSON.stringify([definition.id, values]);
    const before = sites.get(call.callIndex);
    if (before?.asked?.arguments === asked) {
      if (before.formula === formula) return before;
      const moved = { ...before, formula };
      sites.set(call.callIndex, moved);
      if (this.waiting.has(before.asked.id)) this.waiting.set(before.asked.id, moved);
      return moved;
    }
    if (before) this.drop(before);
    const id = this.nextId++;
    const cancelable = definition.options?.cancelable === true;
    const flags = (cancelable ? FLAG.cancelable : 0) | (this.errorsAllowed ? FLAG.errorsAllowed : 0);
    const address = definition.options?.requiresAddress ? this.address(call) : null;
    const entry: MessageEntry = [MESSAGE.category, MESSAGE.invoke, "", JSON.stringify([id, definition.id, values, address, flags]), String(id), false];
    const site: CallSite = { sheetId: call.sheetId, row: call.row, column: call.column, asked: { arguments: asked, id, entry, cancelable }, formula, result: BUSY };
    sites.set(call.callIndex, site);
    this.waiting.set(id, site);
    this.options.onCall(call.name.toUpperCase());
    this.enqueue(entry);
    return site;
  }

  /** The object behind the service "Microsoft.ExcelServices.CustomFunctions". */
  readonly service: HostObject = hostObject(functionServiceType, this);

  runtimeReady(): void {
    this.ready = true;
    this.flush();
  }

  /** The add-in's page is loaded anew: what it had been asked is asked again once its runtime is ready. */
  runtimeGone(): void {
    this.ready = false;
    this.unsent = [...this.waiting.values()].flatMap(({ asked }) => (asked ? [asked.entry] : []));
  }

  answer(results: readonly WireResult[]): void {
    const changed: CallSite[] = [];
    for (const result of results) {
      const site = this.waiting.get(result[0]);
      if (!site) continue;
      this.waiting.delete(result[0]);
      if (this.formula(site.sheetId, site.row, site.column) !== site.formula) {
        this.forgetCell(site.sheetId, site.row, site.column);
        continue;
      }
      site.result = functionResult(result);
      changed.push(site);
    }
    const cells = new Map(changed.map((site) => [cellKey(site.sheetId, site.row, site.column), { sheetId: site.sheetId, row: site.row, column: site.column }]));
    if (cells.size > 0) this.target?.recalculate([...cells.values()]);
    this.notify();
  }

  /** Drops calls of cells that hold another formula by now: to be called when cells have been edited or sheets deleted. */
  sweep(): void {
    for (const site of [...this.waiting.values()]) {
      if (this.formula(site.sheetId, site.row, site.column) === site.formula) continue;
      const known = this.cells.get(cellKey(site.sheetId, site.row, site.column));
      const current = [...(known?.values() ?? [])].includes(site);
      this.drop(site);
      if (current) this.forgetCell(site.sheetId, site.row, site.column);
    }
    this.notify();
  }

  errorMessage(sheetId: string, row: number, column: number): string | null {
    const shown = this.options.store.read(sheetId, { row, column, rows: 1, columns: 1 })[0]?.[0];
    if (!shown || !isError(shown.value)) return null;
    const sites = shown.formula === null ? this.spillingOver(sheetId, row, column) : [...(this.cells.get(cellKey(sheetId, row, column))?.values() ?? [])];
    for (const site of sites) {
      if (this.formula(sheetId, site.row, site.column) !== site.formula) continue;
      const result = Array.isArray(site.result) ? site.result[row - site.row]?.[column - site.column] : site.result;
      if (isError(result) && result.message !== undefined && result.error === shown.value.error) return result.message;
    }
    return null;
  }

  /** Calls of cells above and to the left whose table reaches the cell. */
  private spillingOver(sheetId: string, row: number, column: number): CallSite[] {
    const sites = [...this.cells.values()].flatMap((cell) => [...cell.values()]);
    return sites.filter((site) => site.sheetId === sheetId && site.row <= row && site.column <= column && Array.isArray(site.result));
  }

  private formula(sheetId: string, row: number, column: number): string | null {
    if (!this.options.store.sheets().some(({ id }) => id === sheetId)) return null;
    return this.options.store.read(sheetId, { row, column, rows: 1, columns: 1 })[0]?.[0]?.formula ?? null;
  }

  private address({ sheetId, row, column }: FunctionCall): string {
    const sheet = this.options.store.sheets().find(({ id }) => id === sheetId);
    return `${quotedSheetName(sheet?.name ?? "")}!${areaAddress({ row, column, rows: 1, columns: 1 })}`;
  }

  private forgetCell(sheetId: string, row: number, column: number): void {
    const key = cellKey(sheetId, row, column);
    for (const site of this.cells.get(key)?.values() ?? []) this.drop(site);
    this.cells.delete(key);
  }

  /** The answer of this call is wanted no more. */
  private drop({ asked }: CallSite): void {
    if (!asked || !this.waiting.delete(asked.id)) return;
    const before = this.unsent.length;
    this.unsent = this.unsent.filter((entry) => entry !== asked.entry);
    if (asked.cancelable && before === this.unsent.length) this.enqueue([MESSAGE.category, MESSAGE.cancel, "", JSON.stringify({ invocationId: asked.id }), `cancel-${asked.id}`, false]);
  }

  /** All calls of one calculation leave in one message. */
  private enqueue(entry: MessageEntry): void {
    this.unsent.push(entry);
    this.flush();
  }

  private flush(): void {
    if (!this.ready || this.sending || this.unsent.length === 0) return;
    this.sending = true;
    queueMicrotask(() => {
      this.sending = false;
      if (!this.ready || this.unsent.length === 0) return;
      const entries = this.unsent;
      this.unsent = [];
      this.options.send(entries);
    });
  }

  private notify(): void {
    for (const watcher of [...this.watchers]) watcher();
  }
}

const functionServiceType: ObjectType<FunctionHost> = {
  wire: "CustomFunctions",
  methods: {
    _SetOsfControlContainerReadyForCustomFunctions: {
      call(host) {
        host.runtimeReady();
        return null;
      },
    },
    /** 1: oversized batches of answers are split; 2: short pauses between them; 4: the pause is capped. */
    _GetEnabledFeatures: { call: () => [1, 2, 4] },
    SetInvocationArrayResults: {
      call(host, [results]) {
        if (Array.isArray(results)) host.answer(results as WireResult[]);
        return null;
      },
    },
  },
};

function cellKey(sheetId: string, row: number, column: number): string {
  return `${sheetId} ${row} ${column}`;
}

function unsupported({ options }: FunctionDefinition): string | null {
  if (options?.stream) return "streaming";
  if (options?.volatile) return "volatile";
  return options?.requiresParameterAddresses ? "address-reading" : null;
}
