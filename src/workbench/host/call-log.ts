import type { CallLogEntry } from "./contract";
import { Watched } from "./watched";

const LIMIT = 500;

/** What the add-in called, for the page's log. */
export class CallLog {
  readonly entries = new Watched<readonly CallLogEntry[]>([]);

  add(kind: CallLogEntry["kind"], name: string): void {
    const all = this.entries.get();
    const last = all.at(-1);
    const next: CallLogEntry[] = last?.kind === kind && last.name === name ? [...all.slice(0, -1), { kind, name, count: last.count + 1 }] : [...all.slice(1 - LIMIT), { kind, name, count: 1 }];
    this.entries.set(next);
  }
}
