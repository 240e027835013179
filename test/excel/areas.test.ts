import fc from "fast-check";
import { areaAddress, areasByValue } from "../../src/excel/areas";

test("equal runs are joined downwards, others begin anew", () => {
  const rows = [
    ["a", "a", "b"],
    ["a", "a", undefined],
    ["a", "b", "b"],
  ];
  expect([...areasByValue(rows)].map(([value, areas]) => [value, areas.map(areaAddress).sort()])).toEqual([["b", ["B3:C3", "C1:C1"]], ["a", ["A1:B2", "A3:A3"]]]);
});

test("every cell is covered once, by its own value", () => {
  fc.assert(fc.property(fc.array(fc.array(fc.constantFrom("x", "y", undefined), { minLength: 5, maxLength: 5 }), { maxLength: 6 }), (rows) => {
    const covered = rows.map((row) => row.map((): string | undefined => undefined));
    for (const [value, areas] of areasByValue(rows)) {
      for (const area of areas) {
        const [, from, top, to, bottom] = /^([A-E])(\d):([A-E])(\d)$/.exec(areaAddress(area))!;
        for (let r = Number(top) - 1; r < Number(bottom); r++) {
          for (let c = from!.charCodeAt(0) - 65; c <= to!.charCodeAt(0) - 65; c++) {
            expect(covered[r]![c]).toBeUndefined();
            covered[r]![c] = value;
          }
        }
      }
    }
    expect(covered).toEqual(rows);
  }));
});
