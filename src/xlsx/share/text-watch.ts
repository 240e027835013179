import type { Held, ReadCells } from "./expander";

/** A reader that remembers whether it met a text: a machine's name may stand in cells. */
export class TextWatch {
  metText = false;

  /** @param matters tells of which references a text is remembered */
  constructor(private readonly source: ReadCells, private readonly matters: (reference: string) => boolean = () => true) {}

  readonly read: ReadCells = (reference) => {
    const held = this.source(reference);
    this.metText ||= hasText(held) && this.matters(reference);
    return held;
  };
}

function hasText(held: Held): boolean {
  return typeof held === "string" || (Array.isArray(held) && held.some(hasText));
}
