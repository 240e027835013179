/** What became of one formula: a line of the cover sheet. */
export interface ShareRecord {
  /** "Model", or "Names" for what stands on no sheet */
  readonly where: string;
  /** "C7", or what the formula belongs to */
  readonly item: string;
  readonly functions: readonly string[];
  readonly outcome: "native" | "frozen" | "removed";
  /** the end of a sentence; "" where there is nothing to say */
  readonly why: string;
}

/** "native": formulas where there are native ones. "values": every cell that calls the add-in holds its value. */
export type ShareLevel = "native" | "values";
