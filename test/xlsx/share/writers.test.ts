import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { calculateWorkbook, type Cell, type Sheet, type Workbook } from "../../../src/model-sheets";
import { workbookFile } from "../../../src/xlsx";
import { sampleWorkbook } from "../../model-sheets/support/sample-workbook";
import { readParts, writeParts } from "../support/package";
import { openInLibreOffice } from "../support/recalculate";
import { xml } from "./support/hand-made";
import { expectNoAddIn, mine, share } from "./support/shared";

// Workbooks as different programs write them: the product's own writer, and LibreOffice. Each gets calls among its cells, and
// every cell of the copy is held against the original, both as LibreOffice calculates them.

const CALLS: readonly (readonly [string, string, number])[] = [
  ["B2", "_xldudf_MINE_HASHCOST(Inputs!$B$7*300,Inputs!$B$7)", mine("HASHCOST", 0.055 * 300, 0.055)],
  ["B3", '_xldudf_MINE_HASHCOST("S21 XP",Inputs!B7)', mine("HASHCOST", "S21 XP", 0.055)],
  ["B4", "_xldudf_MINE_BREAKEVEN(\"power\",B2*2,20)", mine("BREAKEVEN", "power", mine("HASHCOST", 0.055 * 300, 0.055) * 2, 20)],
  ["B5", '_xldudf_MINE_ASIC("S21","efficiency")', 17.5],
];

/** The sample workbook with a sheet of results, some of which other cells use. */
function sample(content: (i: number) => Cell["content"]): Workbook {
  const cell = (of: Cell["content"]): Cell => ({ content: of, look: "calculation" });
  const rows: (Cell | null)[][] = [
    [cell("Costs & \"calls\""), cell("=MINE.HASHCOST is a text")],
    ...CALLS.map((_, i): Cell[] => [cell(`Call ${i}`), cell(content(i))]),
    [cell("Sum"), cell({ formula: "=SUM(B2:B5)" })],
  ];
  const sheet: Sheet = { name: "Costs", rows, columnWidths: [80, 80], freeze: { rows: 0, columns: 0 }, tabColor: "#00702E", orientation: "portrait", charts: [] };
  const { sheets, activeSheet } = sampleWorkbook();
  return { sheets: [...sheets, sheet], activeSheet };
}

const NAMES = ["Inputs", "Model", "Summary", "Costs"];
let written: Buffer;
let converted: Buffer;

beforeAll(async () => {
  const plain = sample((i) => CALLS[i]![2]);
  written = Buffer.from(await workbookFile(plain, { title: "Sample", madeAt: new Date("2026-08-21"), valueOf: calculateWorkbook(plain) }));
  const folder = mkdtempSync(join(tmpdir(), "writers-"));
  try {
    writeFileSync(join(folder, "in.xlsx"), written);
    execFileSync("soffice", [`-env:UserInstallation=file://${folder}/profile`, "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", join(folder, "out"), join(folder, "in.xlsx")], { stdio: "pipe" });
    converted = readFileSync(join(folder, "out", "in.xlsx"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 180_000);

/** The file with the calls in the cells that hold their results. */
function withCalls(file: Buffer): { readonly plain: Buffer; readonly calling: Buffer } {
  const parts = new Map(readParts(file));
  const part = "xl/worksheets/sheet4.xml";
  let text = parts.get(part)!;
  for (const [address, formula] of CALLS) {
    const changed = text.replace(new RegExp(`(<c r="${address}"[^>]*>)(?=<v>)`), (tag) => `${tag}<f>${xml(formula)}</f>`);
    expect(changed).not.toBe(text);
    text = changed;
  }
  const plain = writeParts(parts);
  parts.set(part, text);
  return { plain, calling: writeParts(parts) };
}

test("copies of both calculate to what the originals show, and keep every part that calls nothing", async () => {
  const files = [written, converted].map(withCalls);
  const copies = await Promise.all(files.map(({ calling }) => share(calling)));
  const calculated = openInLibreOffice([...files.map(({ plain }) => plain), ...copies.map(({ bytes }) => bytes)].map((bytes) => ({ bytes, sheets: NAMES })));
  copies.forEach(({ bytes, records }, i) => {
    expect(records.map(({ item, outcome }) => `${item} ${outcome}`)).toEqual(["B2 native", "B3 native", "B4 native", "B5 frozen"]);
    const [before, after] = [calculated[i]!, calculated[i + 2]!];
    for (const name of NAMES) {
      const apart = before.get(name)!.flatMap((row, r) => row.flatMap((text, c) => (agrees(text, after.get(name)![r]?.[c] ?? "") ? [] : [[name, r, c, text, after.get(name)![r]?.[c]]])));
      expect(apart).toEqual([]);
      expect(after.get(name)!.flat().filter((text) => /^(#|Err:)/.test(text))).toEqual([]);
    }
    const [original, copy] = [readParts(files[i]!.calling), readParts(bytes)];
    const touched = [...original].filter(([name, text]) => copy.get(name) !== text).map(([name]) => name);
    expect(touched.sort()).toEqual(["[Content_Types].xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml", "xl/workbook.xml", "xl/worksheets/sheet4.xml"]);
    // Texts of the user's own may speak of functions.
    expectNoAddIn(new Map([...copy].map(([name, text]) => [name, text.replace("=MINE.HASHCOST is a text", "")])));
  });
});

function agrees(a: string, b: string): boolean {
  if (a === b) return true;
  return a !== "" && b !== "" && Math.abs(Number(a) - Number(b)) <= 1e-9 * Math.abs(Number(a));
}
