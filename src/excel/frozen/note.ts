// What the note on a frozen cell says, for people and for putting the formula back.

export interface FrozenNote {
  /** with "=" */
  readonly formula: string;
  /** of the values that stand in place of the formula, without the sheet: "B4", or "B4:C9" where it spilled */
  readonly address: string;
  /** "2026-09-30 14:05 UTC" */
  readonly frozenAt: string;
  /** of the values as they were frozen */
  readonly check: string;
}

const FIRST = /^Frozen by Hashplan on (.+)\.$/;
const LAST = /^Cells? ([A-Z]+\d+(?::[A-Z]+\d+)?)\. While this note is here, Unfreeze puts the formula back\. Check ([\da-f]{8})\.$/;

export function noteText({ formula, address, frozenAt, check }: FrozenNote): string {
  return [`Frozen by Hashplan on ${frozenAt}.`, formula, `Cell${address.includes(":") ? "s" : ""} ${address}. While this note is here, Unfreeze puts the formula back. Check ${check}.`].join("\n");
}

/** undefined of any other note, and of one that was changed */
export function readNote(text: string): FrozenNote | undefined {
  const lines = text.replace(/\r\n?/g, "\n").trim().split("\n");
  const [, frozenAt] = FIRST.exec(lines[0] ?? "") ?? [];
  const [, address, check] = LAST.exec(lines.at(-1) ?? "") ?? [];
  const formula = lines.slice(1, -1).join("\n");
  return frozenAt !== undefined && address !== undefined && check !== undefined && formula.startsWith("=") ? { formula, address, frozenAt, check } : undefined;
}

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** Tells whether values are still those that were frozen: FNV-1a of their JSON, eight hexadecimal digits. */
export function checkOf(values: readonly (readonly unknown[])[]): string {
  let hash = FNV_OFFSET;
  for (const character of JSON.stringify(values)) hash = Math.imul(hash ^ character.codePointAt(0)!, FNV_PRIME);
  return (hash >>> 0).toString(16).padStart(8, "0");
}
