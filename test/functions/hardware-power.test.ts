import { twinFormula, twinLambda } from "../../src/functions/twin";
import { definitionOf, mine } from "./support";

const error = (code: string, message: RegExp): unknown => expect.objectContaining({ code, message: expect.stringMatching(message) as unknown });
type Rows = (string | number | boolean)[][];

describe("profiles", () => {
  test("the hull's strikes fall as power rises, and profiles off the hull have neither marginal efficiency nor strike", () => {
    const [header, ...rows] = mine("ASICPROFILES")("S19k Pro 120", true, 40, 0.01) as Rows;
    expect(header).toEqual(["Profile", "Hashrate (TH/s)", "Power (W)", "Efficiency (J/TH)", "Marginal efficiency (J/TH)", "On hull", "Kind", "Firmware", "Source", "Note", "Strike ($/kWh)"]);
    const onHull = rows.filter((row) => row[5] === true);
    expect(onHull.length).toBeGreaterThan(5);
    for (const [i, row] of onHull.entries()) if (i > 0) expect(row[10]).toBeLessThan(onHull[i - 1]![10] as number);
    for (const row of rows) {
      expect(row[3]).toBe((row[2] as number) / (row[1] as number));
      if (row[5] === false) expect([row[4], row[10]]).toEqual(["", ""]);
    }
    expect(rows.find((row) => row[6] === "device telemetry")?.[5]).toBe(false);
  });

  test("no strike column without a hashprice, no header without headers", () => {
    expect((mine("ASICPROFILES")("T21 190") as Rows).map((row) => row.length)).toEqual([10, 10, 10]);
    expect((mine("ASICPROFILES")("T21 190", false) as Rows).map((row) => row[0])).toEqual(["stock", "5126 W"]);
  });

  test("a machine with its nameplate alone has one step, and says why", () => {
    const [row] = mine("ASICPROFILES")("S21 XP", false) as Rows;
    expect(row).toEqual(["stock", 270, 3645, 13.5, 13.5, true, "nameplate", "stock", expect.any(String), expect.stringMatching(/only the nameplate/)]);
    expect(mine("STRIKELADDER")("S21 XP", 40, 0, 1, false)).toEqual([["stock", 270, 3645, 13.5, 40 / (24 * 13.5)]]);
  });

  test("STRIKELADDER is the hull of ASICPROFILES", () => {
    const profiles = (mine("ASICPROFILES")("S19 95", false, 42, 0.02, 1.05) as Rows).filter((row) => row[5] === true);
    expect(mine("STRIKELADDER")("S19 95", 42, 0.02, 1.05, false)).toEqual(profiles.map((row) => [row[0], row[1], row[2], row[4], row[10]]));
  });

  test("BESTPROFILE is the highest step of STRIKELADDER whose strike is at least the price", () => {
    const steps = mine("STRIKELADDER")("S19k Pro 120", 40, 0.01, 1.02, false) as Rows;
    for (let price = 0.03; price < 0.11; price += 0.0037) {
      const best = steps.filter((step) => (step[4] as number) >= price).at(-1)?.[0] ?? "off";
      expect(mine("BESTPROFILE")("S19k Pro 120", 40, price, 0.01, 1.02)).toBe(best);
    }
    expect(mine("BESTPROFILE")("S19k Pro 120", 40, [[0.03], [0.09], [0.5]], 0.01)).toEqual([[steps.at(-1)![0]], [expect.any(String)], ["off"]]);
  });

  test("a host that bills the nameplate makes it all or nothing", () => {
    const best = mine("BESTPROFILE");
    const top = (mine("STRIKELADDER")("S19k Pro 120", 40, 0, 1, false) as Rows).at(-1)![0];
    for (const price of [0.03, 0.06, 0.09]) expect(best("S19k Pro 120", 40, price, 0, 1, "nameplate")).toBe(top);
    expect(best("S19k Pro 120", 40, 0.2, 0, 1, "nameplate")).toBe("off");
  });

  test("ASIC takes a profile's name, so that BESTPROFILE can stand in its place", () => {
    const asic = mine("ASIC");
    expect([asic("T21 190", "hashrate", "5126 w"), asic("T21 190", "power", "5126"), asic("T21 190", "efficiency", "5126 W"), asic("T21 190", "power", "STOCK")]).toEqual([233, 5126, 22, 3610]);
    expect(asic("T21 190", "source", "5126 W")).toMatch(/bitmain/);
    expect(asic("T21 190", "cooling", "5126 W")).toBe("air");
    expect([asic("T21 190", "hashrate", "off"), asic("T21 190", "power", "off"), asic("T21 190", "cooling", "off")]).toEqual([0, 0, "air"]);
    expect(asic("T21 190", "efficiency", "off")).toEqual(error("#N/A", /off has no efficiency/));
    for (const field of ["power", "cooling"]) expect(asic("T21 190", field, "eco")).toEqual(error("#N/A", /has no profile "eco"; ASICPROFILES lists "stock", "5126 W"/));
    expect(asic("T21", "power", "5126 W")).toEqual(error("#N/A", /comes in 2 versions/));
  });
});

describe("dates with their time of day", () => {
  const halvingDate = mine("HALVINGDATE");
  test("an Excel date keeps its time, a text is midnight", () => {
    expect(halvingDate(1049999, 46060.75)).toBeCloseTo(46060.75 + 1 / 144, 9);
    expect(halvingDate(1049999, "2026-02-07", 0.5)).toBe(46060.5);
    expect(halvingDate(1049856, [[46060], [46061.5]])).toEqual([[46061], [46062.5]]);
  });
  test("a month, a day that does not exist and a missing date are refused", () => {
    for (const bad of ["2026-07", "2026-02-30", "tomorrow", 5]) expect(halvingDate(963536, bad)).toEqual(error("#VALUE!", /^date is .*; give a date, or a text such as "2026-08-21"\.$/));
    expect(halvingDate(963536, null)).toEqual(error("#VALUE!", /^date is missing/));
  });
});

describe("ranges that belong together", () => {
  test("differ in length: refused with both names", () => {
    expect(mine("FLEETEFFICIENCY")([[1], [2]], [[100], [90]], [[3000]])).toEqual(error("#VALUE!", /^units has 2 cells and watts has 1; give ranges of the same length\.$/));
    expect(mine("TOUPRICE")([[0.03], [0.08]], [[18], [6]], [[1], [1], [1]])).toEqual(error("#VALUE!", /^prices has 2 cells and load has 3/));
    expect(mine("BREAKEVENADJUSTED")(3.155, 20, 0.05, [[1], [2]], [[20]])).toEqual(error("#VALUE!", /^caps_ph has 2 cells and hashcosts has 1/));
  });
  test("leave nothing to weigh by: refused", () => {
    expect(mine("FLEETEFFICIENCY")([[0], [0]], [[100], [90]], [[3000], [2700]])).toEqual(error("#VALUE!", /units are all 0/));
    expect(mine("TOUPRICE")([[0.03], [0.08]], [[0], [6]], [[1], [0]])).toEqual(error("#VALUE!", /nothing to weigh by/));
  });
  test("a blank or wrong cell is named", () => expect(mine("TOUPRICE")([[0.03], [null]], [[18], [6]])).toEqual(error("#VALUE!", /^prices, cell 2, is missing/)));
  test("an optional range left out is 1 in the native formula, and optional in the LAMBDA", () => {
    expect(twinFormula(definitionOf("TOUPRICE"), ["A1:A2", "B1:B2"])).toBe("SUMPRODUCT(A1:A2+0,B1:B2*1)/SUMPRODUCT(B1:B2*1)");
    expect(twinLambda(definitionOf("TOUPRICE"))).toMatch(/^LAMBDA\(prices,hours,\[load\],.*IF\(ISOMITTED\(load\),1,load\)/);
  });
});

describe("never", () => {
  test.each([
    ["BREAKEVENDIFFICULTY", [67000, 3.145, 20, 0], /power_price is 0/],
    ["BREAKEVENDIFFICULTY", [67000, 3.145, 20, -0.01], /negative/],
    ["HEADROOM", ["hashprice", 0, 20, 0.05], /hashprice is 0/],
    ["HEADROOM", ["efficiency", 45, 20, 0], /efficiency has no breakeven: power_price is 0/],
    ["BREAKEVENADJUSTED", [3.155, 10, 0.05, [[100000]], [[20]]], /no class of the network is cheaper than 12\.00 \$\/PH\/day/],
  ])("%s%j is #N/A with its reason", (id, args, reason) => expect(mine(id)(...args)).toEqual(error("#N/A", reason)));

  test("a site that never runs says so in place of a price", () => {
    expect((mine("CURTAIL")(40, 25, [[1], [2]]) as Rows)[0]!.slice(0, 2)).toEqual([0, "never on"]);
  });
});

test("a machine at its breakeven difficulty and at its adjusted breakeven's hashprice earns nothing", () => {
  const difficulty = mine("BREAKEVENDIFFICULTY")(67000, 3.145, "S19j Pro", 0.055, 0.01, 1.04);
  expect(mine("MARGIN")(mine("HASHPRICE")(67000, difficulty, 3.145), "S19j Pro", 0.055, 0.01, 1.04)).toBeCloseTo(0, 10);
});

test("CURTAIL takes a leap year of hours in one call of under 200 ms", () => {
  const prices = Array.from({ length: 8784 }, (_, hour) => [0.04 + 0.03 * Math.sin(hour / 4) + (hour % 97 === 0 ? 1 : 0)]);
  mine("CURTAIL")(40, 25, prices);
  const start = performance.now();
  const [row] = mine("CURTAIL")(40, 25, prices, 50, 0.004, null, null, 2, 0.01, 1.03) as Rows;
  expect(performance.now() - start).toBeLessThan(200);
  expect(row![0]).toBeGreaterThan(0.5);
  expect(row![4]).toBeGreaterThan(0);
});

test("CPSAVING refuses more peaks hit than there are", () => expect(mine("CPSAVING")(50, 60, 5, 40, 48, 20, 0.05)).toEqual(error("#VALUE!", /^peaks_hit is 5; allowed is up to the 4 peaks/)));
