/** One term of the field. */
export interface GlossaryEntry {
  /** as other entries and fields refer to it: "strike-price" */
  readonly id: string;
  readonly term: string;
  /** other names, and what a short form stands for */
  readonly also?: readonly string[];
  /** one to three sentences */
  readonly text: string;
  /** how it is calculated, in symbols of its own */
  readonly formula?: string;
  /** worksheet functions that compute it */
  readonly functions?: readonly string[];
  /** ids of related terms */
  readonly see?: readonly string[];
}
