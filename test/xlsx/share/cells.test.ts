import type { ShareRecord } from "../../../src/xlsx/share";
import { handMade, handMadeParts, type PackageSpec } from "./support/hand-made";
import { readParts, writeParts } from "../support/package";
import { mine, share, shareAndRecalculate } from "./support/shared";

// Formulas in cells, as Excel stores them: shared copies recalculated by LibreOffice, every cell against the original's result.

const hashcost = (efficiency: unknown, price: unknown): number => mine("HASHCOST", efficiency, price);

const plain: PackageSpec = {
  sheets: [
    {
      name: "Model",
      cells: {
        A1: "S21 XP", B1: 0.05, A2: 20, B2: 0.06,
        C1: { f: "_xldudf_MINE_HASHCOST(A1,B1)", v: hashcost("S21 XP", 0.05) },
        C2: { f: "MINE.HASHCOST(A2,B2)", v: hashcost(20, 0.06) },
        C3: { f: '_xll.MINE.HASHCOST("S19j Pro 104",B2)+1', v: hashcost("S19j Pro 104", 0.06) + 1 },
        C4: { f: "_xldudf_MINE_MARGIN(_xldudf_MINE_HASHPRICE(67000,1.444E+14,3.145),A2,B2)", v: mine("MARGIN", mine("HASHPRICE", 67000, 1.444e14, 3.145), 20, 0.06) },
        C5: { f: 'IF(mine.hashcost(A2,B2)>20,"high","low")', v: "high" },
        C6: { f: '_xldudf_MINE_ASIC("S21 XP","efficiency")', v: 13.5 },
        C7: { f: '-MINE.NETHASHRATE("144.4T")^2', v: mine("NETHASHRATE", "144.4T") ** 2 },
        C8: { f: "'It''s b'!B1*_xldudf_MINE_HASHCOST('It''s b'!A1,'It''s b'!A2)", v: 2 * hashcost(25, 0.04) },
        D1: { f: "SUM(C1:C4)", v: hashcost("S21 XP", 0.05) + hashcost(20, 0.06) + hashcost("S19j Pro 104", 0.06) + 1 + mine("MARGIN", mine("HASHPRICE", 67000, 1.444e14, 3.145), 20, 0.06) },
        D2: { f: "C6*2", v: 27 },
      },
    },
    { name: "It's b", cells: { A1: 25, B1: 2, A2: 0.04 } },
  ],
};

const shared: PackageSpec = {
  sheets: [{
    name: "Fleet",
    cells: {
      A2: "S21 XP", B2: 0.05, A3: "S19", B3: 0.05, A4: 30, B4: 0.055, A5: -1, B5: 0.05, A6: 18, B6: 0.04,
      C2: { f: "MINE.HASHCOST(A2,B2)", v: hashcost("S21 XP", 0.05), attributes: ' t="shared" ref="C2:C6" si="0"' },
      C3: { f: "", v: hashcost("S19", 0.05), attributes: ' t="shared" si="0"' },
      C4: { f: "", v: hashcost(30, 0.055), attributes: ' t="shared" si="0"' },
      C6: { f: "", v: hashcost(18, 0.04), attributes: ' t="shared" si="0"' },
      D2: { f: "C2+1", v: hashcost("S21 XP", 0.05) + 1, attributes: ' t="shared" ref="D2:D4" si="1"' },
      D3: { f: "", v: hashcost("S19", 0.05) + 1, attributes: ' t="shared" si="1"' },
      D4: { f: "", v: hashcost(30, 0.055) + 1, attributes: ' t="shared" si="1"' },
    },
  }],
};

const arrays: PackageSpec = {
  sheets: [{
    name: "Arrays",
    cells: {
      A1: 20, A2: 30, A3: 40, B1: 0.05,
      C1: { f: "MINE.HASHCOST(A1:A3,B1)", v: 24, attributes: ' t="array" ref="C1:C3"' }, C2: 36, C3: 48,
      D1: { f: "_xldudf_MINE_RETARGET(1E+14,A1:A3)", v: mine("RETARGET", 1e14, 20), attributes: ' t="array" ref="D1:D3"', cell: ' cm="1"' }, D2: mine("RETARGET", 1e14, 30), D3: mine("RETARGET", 1e14, 40),
      E1: { f: "SUM(C1:C3)", v: 108 },
      E2: { f: "SUM(_xlfn.ANCHORARRAY(D1))", v: mine("RETARGET", 1e14, 20) + mine("RETARGET", 1e14, 30) + mine("RETARGET", 1e14, 40) },
      F1: { f: "_xldudf_MINE_TOUPRICE(J1:J3,A1:A3)", v: mine("TOUPRICE", [[0.03], [0.04], [0.08]], [[20], [30], [40]]) },
      F2: { f: "_xldudf_MINE_FLEETEFFICIENCY(G1:G2,H1:H2,H1:H2)", v: mine("FLEETEFFICIENCY", [[1000], [500]], [["S21 XP"], ["S19j Pro 104"]], [["S21 XP"], ["S19j Pro 104"]]) },
      J1: 0.03, J2: 0.04, J3: 0.08, G1: 1000, G2: 500, H1: "S21 XP", H2: "S19j Pro 104",
      I1: { f: "SUM(_xldudf_MINE_HASHCOST(A1:A3,B1))", v: 108 },
    },
  }],
};

test("calls become native formulas or values, and LibreOffice agrees with every cell", async () => {
  const [cells, groups, blocks] = await shareAndRecalculate([plain, shared, arrays]);
  const outcomes = (records: readonly ShareRecord[]): string[] => records.map(({ item, outcome, why }) => `${item} ${outcome}${why ? `: ${why}` : ""}`);
  expect(outcomes(cells!.shared.records)).toEqual([
    "C1 native: with figures of the machines in place of their names",
    "C2 native",
    "C3 native: with figures of the machines in place of their names",
    "C4 native",
    "C5 native",
    "C6 frozen: ASIC has no plain formula",
    "C7 native: with figures of the machines in place of their names",
    "C8 native",
  ]);
  expect(outcomes(groups!.shared.records).map((line) => line.slice(0, 9))).toEqual(["C2 native", "C3 native", "C4 native", "C6 native"]);
  expect(groups!.parts.get("xl/worksheets/sheet1.xml")).toContain('<c r="D3" t="n"><f t="shared" si="1"/>');
  expect(outcomes(blocks!.shared.records)).toEqual([
    "C1 native",
    "D1 frozen: RETARGET takes a range cell by cell, and its plain formula would make one value of it",
    "F1 native",
    "I1 frozen: HASHCOST takes a range cell by cell, which only array formulas do by themselves",
    "F2 native: with figures of the machines in place of their names",
  ]);
});

test("results that are not in the file are calculated, and what depends on them too", async () => {
  const name = { error: "#NAME?" } as const;
  const spec: PackageSpec = {
    sheets: [
      {
        name: "X",
        cells: {
          A1: { f: "B1*2" }, B1: 10, B2: "S21 XP", B3: 0.05,
          C1: { f: "MINE.HASHCOST(A1,B3)" },
          C2: { f: "_xldudf_MINE_HASHCOST(B2,B3)", v: name },
          C3: { f: 'IF(_xldudf_MINE_HASHCOST(B2,B3)>16,_xldudf_MINE_ASIC(B2,"efficiency"),0)', v: name },
          C4: { f: "MINE.HASHCOST(SUM(A1:B1),0.05)", v: name },
          D1: { f: "SUM(C2:C3)*2", v: name }, D2: { f: "SOMEBODY.ELSES(B1)", v: name },
        },
      },
      { name: "Y", cells: { A1: { f: "X!D1+1", v: name } } },
    ],
  };
  const { bytes, records } = await share(handMade(spec));
  const parts = readParts(bytes);
  const valueOf = (sheet: number, cell: string): string | undefined => new RegExp(`<c r="${cell}"[^>]*>(?:<f>[^<]*</f>)?<v>([^<]*)</v>`).exec(parts.get(`xl/worksheets/sheet${sheet}.xml`)!)?.[1];
  const cost = hashcost("S21 XP", 0.05);
  expect(["C1", "C2", "C3", "C4", "D1", "D2"].map((cell) => valueOf(1, cell))).toEqual([24, cost, 13.5, 36, 2 * (cost + 13.5), "#NAME?"].map(String));
  expect(valueOf(2, "A1")).toBe(String(2 * (cost + 13.5) + 1));
  expect(records.map(({ item, outcome }) => `${item} ${outcome}`)).toEqual(["C1 native", "C2 native", "C3 frozen", "C4 native"]);
  expect(parts.get("xl/workbook.xml")).toContain('</sheets><calcPr fullCalcOnLoad="1"/>');
});

test("what cannot be calculated is named in the refusal", async () => {
  const name = { error: "#NAME?" } as const;
  await expect(share(handMade({ sheets: [{ name: "X", cells: { A1: 20, A2: { f: "MINE.HASHCOST(VLOOKUP(A1,A1:A1,1),0.05)" }, A3: { f: "MINE.HASHCOST(A1,0.05)", v: name }, A4: { f: "MEDIAN(A3,1)", v: name } } }] })))
    .rejects.toThrow("The file has no results for X!A2, X!A4.");
});

test("a plain formula that gives another value than the file shows is not put in", async () => {
  const { records } = await share(handMade({ sheets: [{ name: "X", cells: { A1: 20, A2: { f: "MINE.HASHCOST(A1,0.05)", v: 25 }, A3: { f: "MINE.HASHCOST(A1,0.05)+1", v: 26 }, A4: { f: "MINE.HASHCOST(A5,0.05)", v: { error: "#VALUE!" } } } }] }));
  expect(records.map(({ item, outcome, why }) => `${item} ${outcome}: ${why}`)).toEqual([
    "A2 frozen: HASHCOST gives another value now than the file shows",
    "A3 frozen: the plain formula gives another value than the file shows",
    "A4 frozen: HASHCOST shows an error, which a plain formula would not",
  ]);
});

test("values were asked for: no cell calls anything", async () => {
  const [values] = await shareAndRecalculate([{ ...plain, level: "values" }]);
  expect(values!.shared.records.map(({ outcome }) => outcome)).toEqual(Array(8).fill("frozen"));
  expect(values!.parts.get("xl/worksheets/sheet1.xml")).toContain("<f>SUM(C1:C4)</f>");
});

test("zeros of a writer that calculates nothing are no results: cells and what depends on them are calculated", async () => {
  const spec: PackageSpec = { sheets: [{ name: "X", cells: { A1: 20, A2: 0, B1: { f: "MINE.HASHCOST(A1,0.05)", v: 0 }, B2: { f: 'MINE.ASIC("S21","efficiency")', v: 0 }, B3: { f: "SUM(B1:B2)", v: 0 }, B4: { f: "A2*5", v: 0 }, B5: { f: "VLOOKUP(B1,B1:B3,1)", v: 0 } } }] };
  const parts = handMadeParts(spec);
  const trusted = await share(writeParts(parts));
  expect(trusted.records.map(({ outcome, why }) => [outcome, why])).toEqual([["frozen", "HASHCOST gives another value now than the file shows"], ["frozen", "ASIC gives another value now than the file shows"]]);
  parts.set("xl/workbook.xml", parts.get("xl/workbook.xml")!.replace("</sheets>", '</sheets><calcPr calcId="124519" fullCalcOnLoad="1"/>'));
  const { bytes, records } = await share(writeParts(parts));
  expect(records.map(({ item, outcome }) => `${item} ${outcome}`)).toEqual(["B1 native", "B2 frozen"]);
  const text = readParts(bytes).get("xl/worksheets/sheet1.xml")!;
  expect([...text.matchAll(/<c r="(B\d)"[^>]*>(?:<f>[^<]*<\/f>)?(?:<v>([^<]*)<\/v>)?<\/c>/g)].map(([, address, value]) => [address, value])).toEqual([["B1", "24"], ["B2", "17.5"], ["B3", "41.5"], ["B4", "0"], ["B5", undefined]]);
});
