import { macrsShares, macrsUsd, RECOVERY_YEARS, type RecoveryYears } from "../../economics/depreciation";
import { InputError } from "../../units/errors";
import { assetCost, bonus } from "../arguments";
import { defineFunction } from "../definition";

export default defineFunction({
  id: "MACRS",
  category: "Finance",
  summary: "US tax depreciation of one year, half-year convention.",
  arguments: [
    assetCost,
    { kind: "number", name: "year", unit: "", allowed: { min: 1, max: 100 }, help: "Tax year, 1 for the one in which the property is placed in service." },
    { kind: "number", name: "life", unit: "years", allowed: { min: 3, max: 20 }, default: 5, help: "Life under the tax code: 3, 5, 7, 10, 15 or 20; machines have 5." },
    bonus,
  ],
  result: { kind: "number", unit: "$" },
  formula: "cost · ((1 − bonus) · share of the year + bonus in year 1); nothing after the table ends",
  source: "IRS Publication 946, Table A-1",
  errors: ["#VALUE! for a part of a year or a life that the table does not have"],
  compute: (x) => {
    if (!Number.isInteger(x.year)) throw new InputError(`year is ${x.year}; give a whole year, 1 for the first.`);
    const life = RECOVERY_YEARS.find((years) => years === x.life);
    if (!life) throw new InputError(`life is ${x.life} years; the table has 3, 5, 7, 10, 15 and 20 years.`);
    return macrsUsd(x.cost, x.year, life, x.bonus);
  },
  twin: (x) => {
    const share = (life: RecoveryYears): string => {
      const shares = macrsShares(life);
      return `CHOOSE(MIN(${x.year},${shares.length + 1}),${[...shares, 0].map((each) => Number(each.toPrecision(5))).join(",")})`;
    };
    const shares = /^\d+$/.test(x.life)
      ? (RECOVERY_YEARS as readonly number[]).includes(Number(x.life)) ? share(Number(x.life) as RecoveryYears) : "NA()"
      : RECOVERY_YEARS.reduceRight((otherwise, life) => `IF(${x.life}=${life},${share(life)},${otherwise})`, "NA()");
    return `${x.cost}*((1-${x.bonus})*${shares}+IF(${x.year}=1,${x.bonus},0))`;
  },
  examples: [
    { args: [100000, 1], result: 20000, source: "IRS Publication 946, Table A-1: 20 %" },
    { args: [100000, 6], result: 5760, source: "IRS Publication 946, Table A-1: 5.76 %" },
    { args: [100000, 1, 5, 0.4], result: 52000, source: "by hand: 40 % bonus and 20 % of the other 60 %" },
    { args: [100000, 8, 7], result: 4460, source: "IRS Publication 946, Table A-1: 4.46 %" },
  ],
});
