import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ALLOWANCES, INCONSISTENT, WEAK } from "./expectations";
import { printed, type Figure } from "./figure";
import { judge, publishedRows } from "./judge";
import { FILES, type PublishedRow } from "./published-row";

const rows = publishedRows();
const ran = new Set<string>();

test.each(rows.map((row) => [row.file, row.key, row] as const))("%s: %s", (_, key, row) => {
  ran.add(key);
  expect(judge(row).complaint).toBeUndefined();
});

test("every row of every file was run", () => {
  const inFiles = FILES.map((file) => readFileSync(join(__dirname, `../fixtures/${file}.csv`), "utf8").trimEnd().split("\n").length - 1);
  expect(inFiles).toEqual([34, 32, 32]);
  expect(FILES.map((file) => rows.filter((row) => row.file === file).length)).toEqual(inFiles);
  expect(ran.size).toBe(98);
});

test("every entry of the expectations names one row, and no row is both allowed for and inconsistent", () => {
  const keys = new Set(rows.map((row) => row.key));
  const judged = [...ALLOWANCES, ...INCONSISTENT].map((each) => each.row);
  expect(new Set(judged).size).toBe(judged.length);
  for (const { row, because } of [...ALLOWANCES, ...INCONSISTENT, ...WEAK]) {
    expect([row, keys.has(row)]).toEqual([row, true]);
    expect(because).not.toBe("");
  }
  for (const { row } of WEAK) expect(judged).not.toContain(row);
});

test("whatever the data calls inconsistent is expected to be", () => {
  const recorded = rows.filter((row) => row.verdict.startsWith("INCONSISTENT"));
  expect(recorded).toHaveLength(7);
  for (const row of recorded) expect([row.key, judge(row).expected]).toEqual([row.key, "inconsistent"]);
});

describe("the judgment can fail", () => {
  const row = (computed: Figure): PublishedRow => ({ file: "hashprice", key: "row", publisher: "", unit: "", published: printed("48"), computed, filledIn: "", verdict: "" });
  const [near, far] = [row(printed("48.6")), row(printed("50"))];
  const [allowance, remark] = [[{ row: "row", allowPct: 3, because: "" }], [{ row: "row", because: "" }]];

  test.each([
    ["rounding alone", judge(far, [], []), /more than rounding allows/],
    ["too small an allowance", judge(row(printed("51")), allowance, []), /more than rounding and 3 %/],
    ["a needless allowance", judge(row(printed("48")), allowance, []), /needs no allowance/],
    ["an inconsistency that went away", judge(row(printed("48")), [], remark), /is within rounding/],
  ])("%s", (_, { complaint }, message) => expect(complaint).toMatch(message));

  test("and pass", () => {
    expect(judge(row(printed("48")), [], []).complaint).toBeUndefined();
    expect(judge(near, allowance, []).complaint).toBeUndefined();
    expect(judge(far, [], remark).complaint).toBeUndefined();
  });
});
