import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { linkSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { handMade } from "./support/hand-made";
import { readParts } from "../support/package";

// The command as a person runs it, in a process of its own.

const root = join(__dirname, "../../..");
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "share-"));
  writeFileSync(join(folder, "in.xlsx"), handMade({ sheets: [{ name: "X", cells: { A1: 20, A2: { f: "MINE.HASHCOST(A1,0.05)", v: 24 }, A3: { f: 'MINE.ASIC("S21","efficiency")', v: 17.5 } } }] }));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function share(...args: string[]): { readonly status: number | null; readonly stdout: string; readonly stderr: string } {
  const { npm_lifecycle_event: _, ...env } = process.env;
  return spawnSync(process.execPath, [join(root, "tools/share.mjs"), ...args], { cwd: folder, env, encoding: "utf8" });
}

test("a copy is written, the workbook is not touched, and the cover tells versions and the file's hash", () => {
  const original = readFileSync(join(folder, "in.xlsx"));
  const { status, stdout, stderr } = share("in.xlsx", "-o", "out.xlsx");
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  expect(stdout.split("\n")).toEqual(["Native formulas: 1. Values in place of formulas: 1. Rules and names removed: 0.", "  1: ASIC has no plain formula", expect.stringContaining("Written: "), ""]);
  expect(readdirSync(folder).sort()).toEqual(["in.xlsx", "out.xlsx"]);
  expect(readFileSync(join(folder, "in.xlsx")).equals(original)).toBe(true);
  const parts = readParts(readFileSync(join(folder, "out.xlsx")));
  expect(parts.get("xl/worksheets/sheet1.xml")).toContain("<f>24*A1*0.05*1+0</f><v>24</v>");
  const cover = parts.get("xl/worksheets/sheet2.xml")!;
  for (const text of [createHash("sha256").update(original).digest("hex"), "Hashplan 0.1.0", "Market history until", "Machine catalog"]) expect(cover).toContain(text);
});

test("values", () => {
  expect(share("in.xlsx", "-o", "out.xlsx", "--level", "values").status).toBe(0);
  expect(readParts(readFileSync(join(folder, "out.xlsx"))).get("xl/worksheets/sheet1.xml")).not.toContain("<f>");
});

test.each([
  [[], "Give one workbook, and -o with the copy to write."],
  [["in.xlsx", "-o", "out.xlsx", "--level", "paper"], 'There is no level "paper"; give page, values, native, live.'],
  [["in.xlsx", "-o", "out.xls"], "its name must end in .xlsx"],
  [["in.xlsx", "-o", "in.xlsx"], "must be two different files"],
  [["in.xlsx", "-o", "nowhere/out.xlsx"], "There is no folder"],
  [["none.xlsx", "-o", "out.xlsx"], "none.xlsx cannot be read"],
  [["text.xlsx", "-o", "out.xlsx"], "text.xlsx cannot be shared: The file is no .xlsx workbook."],
])("%j is refused with exit code 2, and nothing is written", (args, sentence) => {
  writeFileSync(join(folder, "text.xlsx"), "no workbook");
  const before = readdirSync(folder);
  const { status, stdout, stderr } = share(...args);
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  expect(stderr).toContain(sentence);
  expect(readdirSync(folder)).toEqual(before);
});

test("the workbook is not written through a link: a symbolic one is refused, a hard one gives way to the copy", () => {
  const original = readFileSync(join(folder, "in.xlsx"));
  symlinkSync(join(folder, "in.xlsx"), join(folder, "soft.xlsx"));
  expect(share("in.xlsx", "-o", "soft.xlsx").stderr).toContain("must be two different files");
  expect(share("soft.xlsx", "-o", "in.xlsx").stderr).toContain("must be two different files");
  linkSync(join(folder, "in.xlsx"), join(folder, "hard.xlsx"));
  expect(share("in.xlsx", "-o", "hard.xlsx").status).toBe(0);
  expect(readFileSync(join(folder, "in.xlsx")).equals(original)).toBe(true);
  expect(readFileSync(join(folder, "hard.xlsx")).equals(original)).toBe(false);
});
