import { handMade, type SheetSpec } from "./support/hand-made";
import { mine, share } from "./support/shared";
import { readParts } from "../support/package";

// Files saved where nobody calculated our functions: every figure that rests on them is calculated anew, or nothing goes out.

const NAME = { error: "#NAME?" } as const;
const CALL = "_xldudf_MINE_HASHCOST(20,0.05)";

const file = (cells: SheetSpec["cells"], names?: string): Buffer => handMade({ sheets: [{ name: "D", cells }], names });

function valuesIn(bytes: Uint8Array): Record<string, string> {
  const text = readParts(bytes).get("xl/worksheets/sheet1.xml")!;
  return Object.fromEntries([...text.matchAll(/<c r="(\w+)"[^>]*>(?:<f[^>]*\/>|<f[^>]*>[^<]*<\/f>)?(?:<v>([^<]*)<\/v>)?<\/c>/g)].map(([, address = "", value = ""]) => [address, value]));
}

test.each(["native", "values", "live"] as const)("figures that hid the missing result are calculated anew, at level %s", async (level) => {
  const { bytes, records } = await share(file({
    B2: 3,
    A2: { f: CALL, v: NAME },
    A3: { f: "IFERROR(A2,0)", v: 0 }, A4: { f: "IF(ISERROR(A2),1,2)", v: 1 }, A5: { f: "COUNT(A2:B2)", v: 1 }, A6: { f: 'IFERROR(A2*2,"n/a")', v: "n/a" },
    // Further on, to the left, through a shared formula and through a name.
    C3: { f: "D3+1", v: 1 }, D3: { f: "A3*1", v: 0 }, D4: { f: "A3+B$2", v: 3, attributes: ' t="shared" ref="D4:D5" si="0"' }, D5: { f: "", v: 4, attributes: ' t="shared" si="0"' }, D6: { f: "First*1", v: 0 },
    // Hidden in the call's own cell; and what has nothing to do with it.
    E2: { f: `IFERROR(${CALL},0)`, v: 0 }, E3: { f: "VLOOKUP(B2,B2:B2,1)", v: 3 }, E4: { f: "IFERROR(SOMEBODY.ELSES(B2),7)", v: 7 }, E5: { f: 'IFERROR(_xldudf_MINE_HASHCOST("no machine",0.05),5)', v: 5 },
  }, '<definedName name="First">D!$A$3</definedName>'), level);
  // D5 reads A4, which is 2 now.
  expect(valuesIn(bytes)).toMatchObject({ A2: "24", A3: "24", A4: "2", A5: "2", A6: "48", C3: "25", D3: "24", D4: "27", D5: "5", D6: "24", E2: "24", E3: "3", E4: "7", E5: "5" });
  expect(records.map(({ item }) => item)).toEqual(["A2", "E2", "E5"]);
});

test("what rests on a missing result and cannot be calculated is refused, whatever it shows", async () => {
  const cells = { A2: { f: CALL, v: NAME }, A3: { f: 'SUMIF(A2:A2,">0")', v: 0 }, A4: { f: "A3+1", v: 1 }, A5: { f: "A6:A7*A2", v: 3, attributes: ' t="array" ref="A5:A6"' }, A6: 3, A9: 1 };
  await expect(share(file(cells))).rejects.toThrow("The file has no results for D!A3, D!A4, D!A5. Open it");
});

test("at level live such cells are told of, and what can be calculated is", async () => {
  const { bytes, records } = await share(file({
    A1: { f: CALL }, A2: { f: CALL, v: NAME }, A3: { f: `${CALL}*2`, v: { error: "#BUSY!" } },
    A4: { f: "A2+1", v: NAME }, A5: { f: "IFERROR(A2,0)", v: NAME }, A6: { f: "VLOOKUP(A2,A1:B6,1,0)", v: NAME }, A7: { f: "A1", v: 24 },
  }), "live");
  expect(valuesIn(bytes)).toEqual({ A1: "24", A2: "24", A3: "48", A4: "25", A5: "24", A6: "#NAME?", A7: "24" });
  const why = "the file has no result for it, and none could be calculated: it shows what it showed";
  expect(records.map(({ item, functions, outcome, why }) => [item, ...functions, outcome, why])).toEqual([...["A1", "A2", "A3"].map((item) => [item, "HASHCOST", "live", ""]), ["A6", "live", why]]);
});

test("calls behind names are found where no cell calls by itself", async () => {
  const { bytes } = await share(file({ A1: { f: "Cost*2", v: NAME }, A2: { f: "IFERROR(A1,0)", v: 0 } }, `<definedName name="Cost">${CALL}</definedName>`));
  expect(valuesIn(bytes)).toEqual({ A1: String(2 * mine("HASHCOST", 20, 0.05)), A2: String(2 * mine("HASHCOST", 20, 0.05)) });
});
