/** What became of one formula: a line of the cover sheet. */
export interface ShareRecord {
  /** "Model", or "Names" for what stands on no sheet */
  readonly where: string;
  /** "C7", or what the formula belongs to */
  readonly item: string;
  readonly functions: readonly string[];
  /** "live": the formula stays as it is */
  readonly outcome: "native" | "frozen" | "removed" | "live";
  /** the end of a sentence; "" where there is nothing to say */
  readonly why: string;
}

/**
 * For whom the copy is.
 * "page": readers of a PDF or of paper; as "values", and every sheet is set up to print.
 * "values": every cell that calls the add-in holds its value.
 * "native": formulas where there are native ones, the default.
 * "live": formulas as they are, for people with the add-in.
 */
export type ShareLevel = "page" | "values" | "native" | "live";

export const SHARE_LEVELS: readonly ShareLevel[] = ["page", "values", "native", "live"];

/** How many formulas fared in each way. */
export function outcomes(records: readonly ShareRecord[]): Record<ShareRecord["outcome"], number> {
  const counts = { native: 0, frozen: 0, removed: 0, live: 0 };
  for (const { outcome } of records) counts[outcome] += 1;
  return counts;
}

/** Reasons that several kinds of places have; ends of a sentence. */
export const REASONS = { lostName: "it uses a name that has no plain formula", valuesAsked: "values were asked for", figures: "with figures of the machines in place of their names" } as const;
