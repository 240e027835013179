import { SHARE_LEVELS } from "../../../src/xlsx/share";
import { readParts, writeParts } from "../support/package";
import { openInLibreOffice } from "../support/recalculate";
import { handMade, handMadeParts, MAIN, OFFICE, type PackageSpec } from "./support/hand-made";
import { SCENARIO } from "./support/scenario";
import { cellAt, share } from "./support/shared";
import { faultsOf, newFaults, whyNoValidator } from "./support/validate";
import { isThere, resaved, written, WRITERS } from "./support/writers";

// One workbook as a dozen programs and habits write it. Each copy is calculated anew by LibreOffice and held against what the
// functions give, its parts against the original's, and the whole against Microsoft's validator.

const SPEC: PackageSpec = { sheets: SCENARIO.map(({ name, cells }) => ({ name, cells: Object.fromEntries(cells.map(({ address, value, formula }) => [address, formula === undefined ? value : { f: formula, v: value }])) })) };

function byHand(): [string, Buffer][] {
  const plain = handMadeParts(SPEC);
  const part = "xl/worksheets/sheet1.xml";
  const shared = new Map(plain);
  shared.set(part, plain.get(part)!.replace(/<f>[^<]*HASHCOST\(A11,\$B\$2\)<\/f>/, (f) => f.replace("<f>", '<f t="shared" si="3" ref="B11:B16">')).replace(/<f>[^<]*HASHCOST\(A1[2-6],\$B\$2\)<\/f>/g, '<f t="shared" si="3"/>'));
  const prefixed = new Map(plain);
  for (const name of [part, "xl/worksheets/sheet2.xml", "xl/workbook.xml", "xl/styles.xml"]) prefixed.set(name, plain.get(name)!.replace(/<(\/?)(?=[a-z])/gi, "<$1x:").replace("xmlns=", "xmlns:x="));
  const strict = [...plain].map(([name, text]) => [name, text.replaceAll(MAIN, "http://purl.oclc.org/ooxml/spreadsheetml/main").replaceAll(OFFICE, "http://purl.oclc.org/ooxml/officeDocument/relationships").replace("<workbook ", '<workbook conformance="strict" ')] as const);
  expect(shared.get(part)!.match(/si="3"/g)).toHaveLength(6);
  return [["by hand", handMade(SPEC)], ["by hand, with shared formulas", writeParts(shared)], ["by hand, with prefixes", writeParts(prefixed)], ["by hand, strict", writeParts(new Map(strict))]];
}

/** Files that are validated at every level, others at one: each takes the validator a second. */
const EVERY_LEVEL: ReadonlySet<string> = new Set(["XlsxWriter", "by hand, with prefixes", "LibreOffice, from hucre"]);
const files: [string, Buffer][] = [];

beforeAll(() => {
  const there = WRITERS.filter((writer) => {
    if (isThere(writer)) return true;
    console.warn(`Not tested: files of ${writer.name}, which is not installed (${writer.from}).`);
    return false;
  });
  files.push(...there.map((writer): [string, Buffer] => [writer.name, written(writer)]), ...byHand());
  const again = resaved(files.map(([, bytes]) => bytes));
  files.push(...["hucre", "Excelize", "openpyxl", "XlsxWriter", "by hand, with shared formulas"].flatMap((name): [string, Buffer][] => {
    const i = files.findIndex(([each]) => each === name);
    return i < 0 ? [] : [[`LibreOffice, from ${name}`, again[i]!]];
  }));
}, 180_000);

test("copies of all calculate to what the functions give, without an error, and show that before anybody calculates", async () => {
  const copies = await Promise.all(files.map(async ([name, bytes]) => [name, await share(bytes)] as const));
  const sheets = ["Shared copy", ...SCENARIO.map(({ name }) => name)];
  const opened = (mode: "always" | "never"): ReturnType<typeof openInLibreOffice> => openInLibreOffice(copies.map(([, { bytes }]) => ({ bytes, sheets })), mode);
  for (const [mode, calculated] of [["always", opened("always")], ["never", opened("never")]] as const) {
    copies.forEach(([name, { records }], i) => {
      for (const sheet of SCENARIO) {
        const rows = calculated[i]!.get(sheet.name)!;
        expect([name, mode, rows.flat().filter((text) => /^(?:#|Err:)/.test(text))]).toEqual([name, mode, []]);
        for (const { address, value } of sheet.cells) {
          const text = cellAt(rows, address);
          const isSame = typeof value === "number" ? Math.abs(Number(text) - value) <= 1e-9 * Math.abs(value) : text === value;
          expect([name, mode, sheet.name, address, isSame ? value : text]).toEqual([name, mode, sheet.name, address, value]);
        }
      }
      const checks = calculated[i]!.get("Shared copy")!.find(([label]) => label === "All checks");
      expect([name, mode, checks?.[1]]).toEqual([name, mode, "as when shared"]);
      expect([name, records.filter(({ item, outcome }) => item !== "C3" && outcome !== "native")]).toEqual([name, []]);
    });
  }
}, 240_000);

test("parts that call nothing are the same bytes, and nothing calls the add-in any more", async () => {
  for (const [name, bytes] of files) {
    const [before, after] = [readParts(bytes, "latin1"), readParts((await share(bytes)).bytes, "latin1")];
    const touched = [...before].filter(([part, text]) => after.get(part) !== text).map(([part]) => part);
    const allowed = /^(?:\[Content_Types\]\.xml|xl\/workbook\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/styles\.xml|xl\/calcChain\.xml|xl\/worksheets\/sheet\d\.xml)$/;
    expect([name, touched.filter((part) => !allowed.test(part))]).toEqual([name, []]);
    expect([name, [...after].filter(([, text]) => /MINE\.|_xldudf_/i.test(text)).map(([part]) => part)]).toEqual([name, []]);
  }
});

test("Microsoft's validator finds nothing in a copy that was not in its original", async () => {
  const why = whyNoValidator();
  if (why) {
    console.warn(`Not validated: ${why}.`);
    return;
  }
  for (const [name, bytes] of files) {
    const before = faultsOf(bytes);
    for (const level of EVERY_LEVEL.has(name) ? SHARE_LEVELS : (["native"] as const)) expect([name, level, newFaults(before, (await share(bytes, level)).bytes)]).toEqual([name, level, []]);
  }
}, 240_000);
