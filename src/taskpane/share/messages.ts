import type { PlanComparison } from "../../xlsx/compare";
import type { ShareLevel } from "../../xlsx/share";

// What the pane and the sharing worker say to each other; all of it can be cloned.

export interface ShareRequest {
  /** the workbook's .xlsx file */
  readonly file: Uint8Array;
  readonly level: ShareLevel;
  readonly madeAt: Date;
}

/** Formulas that fared alike, and why. */
export interface SharedReason {
  readonly outcome: "frozen" | "removed";
  /** the end of a sentence */
  readonly why: string;
  readonly times: number;
  /** the first of them: "Model!C7" */
  readonly places: readonly string[];
}

/** A copy that is ready to be handed out. */
export interface ShareCopy {
  readonly bytes: Uint8Array;
  readonly level: ShareLevel;
  /** formulas by what became of them */
  readonly counts: { readonly native: number; readonly frozen: number; readonly removed: number; readonly live: number };
  /** most frequent first */
  readonly reasons: readonly SharedReason[];
}

export interface CompareRequest {
  /** .xlsx files of two plans */
  readonly before: Uint8Array;
  readonly after: Uint8Array;
}

export type ShareReport =
  | { readonly type: "compared"; readonly comparison: PlanComparison }
  /** one of the files cannot be compared */
  | { readonly type: "incomparable"; readonly file: "before" | "after"; readonly message: string }
  | { readonly type: "shared"; readonly copy: ShareCopy }
  /** the workbook cannot be shared: what is in the way, and what to do */
  | { readonly type: "refused"; readonly message: string }
  | { readonly type: "failed"; readonly message: string };

/** As much of a Worker as sharing needs. */
export interface ShareThread {
  onmessage: ((event: MessageEvent<ShareReport>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  postMessage(request: ShareRequest | CompareRequest, transfer: Transferable[]): void;
  terminate(): void;
}
