import definitions from "../../../../src/functions/all.registry";
import { checkedFunction } from "../../../../src/functions/call";
import { NativeFormulas } from "../../../../src/functions/native-formula";
import type { ShareLevel } from "../../../../src/xlsx/share";
import { shareWorkbook, type SharedWorkbook } from "../../../../src/xlsx/share/share-workbook";
import { readParts } from "../../support/package";
import { openInLibreOffice } from "../../support/recalculate";
import { handMade, type PackageSpec, type Value } from "./hand-made";

const formulas = new NativeFormulas(definitions);

/** What a function of ours gives. */
export function mine(id: string, ...args: unknown[]): number {
  const result = checkedFunction(definitions.find((definition) => definition.id === id)!)(args);
  if (typeof result !== "number") throw new Error(`${id} gives ${JSON.stringify(result)}.`);
  return result;
}

export function share(bytes: Uint8Array, level: ShareLevel = "native"): Promise<SharedWorkbook> {
  return shareWorkbook(bytes, { level, expander: formulas, facts: [["Made", "in a test"]] });
}

export interface Recalculated {
  readonly shared: SharedWorkbook;
  readonly parts: ReadonlyMap<string, string>;
}

/**
 * Shares packages, lets LibreOffice calculate them anew, and holds every cell against what the original shows.
 * Cells named in `unknown` are functions that LibreOffice has not.
 */
export async function shareAndRecalculate(specs: readonly (PackageSpec & { readonly level?: ShareLevel; readonly unknown?: readonly string[] })[]): Promise<Recalculated[]> {
  const shared = await Promise.all(specs.map((spec) => share(handMade(spec), spec.level)));
  const calculated = openInLibreOffice(shared.map(({ bytes }, i) => ({ bytes, sheets: ["Shared copy", ...specs[i]!.sheets.map(({ name }) => name)] })));
  return specs.map(({ sheets, unknown = [] }, i) => {
    for (const { name, cells } of sheets) {
      for (const [address, content] of Object.entries(cells)) {
        const expected = typeof content === "object" ? content.v : content;
        if (expected === undefined || typeof expected === "object" || unknown.includes(address)) continue;
        expectValue(`${name}!${address}`, cellAt(calculated[i]!.get(name)!, address), expected);
      }
    }
    const checks = calculated[i]!.get("Shared copy")!.find(([label]) => label === "All checks");
    if (checks && unknown.length === 0) expect(checks[1]).toBe("as when shared");
    const parts = readParts(shared[i]!.bytes);
    expectNoAddIn(parts);
    return { shared: shared[i]!, parts };
  });
}

/** Nothing of the add-in in any part of a package. */
export function expectNoAddIn(parts: ReadonlyMap<string, string>): void {
  expect([...parts].filter(([name, text]) => /MINE\.|_xldudf_|webextension/i.test(name + text)).map(([name]) => name)).toEqual([]);
}

export function cellAt(rows: readonly (readonly string[])[], address: string): string {
  const [, letters, digits] = /^([A-Z]+)(\d+)$/.exec(address)!;
  const column = [...letters!].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return rows[Number(digits) - 1]?.[column] ?? "";
}

function expectValue(where: string, text: string, expected: Value): void {
  if (typeof expected === "number") expect([where, Math.abs(Number(text) - expected) <= 1e-9 * Math.abs(expected) ? expected : text]).toEqual([where, expected]);
  else expect([where, text]).toEqual([where, typeof expected === "boolean" ? String(expected).toUpperCase() : expected]);
}
