import { handMade, xml, type SheetSpec } from "./support/hand-made";
import { mine, share } from "./support/shared";
import { readParts } from "../support/package";

// What-if tables put other inputs into a cell: they are true only while the formulas behind them read that cell.

const WHY = "a what-if table would calculate with figures in place of the machines' names";

function tried(input: string | number, others: readonly [string | number, string | number], corner: string, names?: string): Buffer {
  const [first, second] = others.map((other) => mine("HASHCOST", other, 0.05));
  const cells: SheetSpec["cells"] = {
    A1: input, B1: { f: corner, v: mine("HASHCOST", input, 0.05) }, C2: { f: "B1", v: mine("HASHCOST", input, 0.05) }, B3: others[0], B4: others[1],
    C3: { f: "", v: first!, attributes: ' t="dataTable" ref="C3:C4" dt2D="0" dtr="0" r1="A1"' }, C4: second!,
  };
  return handMade({ sheets: [{ name: "D", cells }], names });
}

test.each([
  ["in a cell's formula", "_xldudf_MINE_HASHCOST(A1,0.05)", undefined],
  ["in a name's formula", "Cost*1", `<definedName name="Cost">${xml("_xldudf_MINE_HASHCOST(D!$A$1,0.05)")}</definedName>`],
  ["in a name's value", "24*J*0.05", `<definedName name="J">${xml('_xldudf_MINE_ASIC(D!$A$1,"efficiency")')}</definedName>`],
  ["behind a name", "_xldudf_MINE_HASHCOST(Machine,0.05)", `<definedName name="Machine">D!$A$1</definedName>`],
])("over machines it keeps its values: a figure stands %s", async (_, corner, names) => {
  const { bytes, records } = await share(tried("S21", ["S19 XP", "S19j Pro"], corner, names));
  expect(records.find(({ item }) => item === "C3:C4")).toMatchObject({ where: "D", outcome: "frozen", why: WHY });
  const text = readParts(bytes).get("xl/worksheets/sheet1.xml")!;
  expect(text).not.toContain("dataTable");
  expect(text).toContain(`<c r="C3" t="n"><v>${mine("HASHCOST", "S19 XP", 0.05)}</v></c>`);
});

test.each([
  ["the formula reads its numbers", "_xldudf_MINE_HASHCOST(A1,0.05)"],
  ["the machine stands in the formula", '_xldudf_MINE_HASHCOST(A1,0.05)+0*_xldudf_MINE_HASHCOST("S21",0.05)'],
])("over numbers it stays live: %s", async (_, corner) => {
  const { bytes, records } = await share(tried(20, [21.5, 29.5], corner));
  expect(records.map(({ item, outcome }) => [item, outcome])).toEqual([["B1", "native"]]);
  expect(readParts(bytes).get("xl/worksheets/sheet1.xml")).toContain('t="dataTable" ref="C3:C4"');
});
