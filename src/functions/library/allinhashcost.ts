import { allInHashcostUsdPhDay } from "../../economics/unit-economics";
import { defineFunction } from "../definition";

const part = { kind: "number", unit: "$/PH/day", allowed: {} } as const;

export default defineFunction({
  id: "ALLINHASHCOST",
  category: "Unit economics",
  summary: "All-in hashcost of a company: from the fleet's running cost up to depreciation, less power credits.",
  arguments: [
    { ...part, name: "fleet", help: "Power and site cost of 1 PH/s a day." },
    { ...part, name: "corporate", help: "Corporate overhead (SG&A) per PH/s and day." },
    { ...part, name: "financing", help: "Interest per PH/s and day; negative where the company earns interest on balance." },
    { ...part, name: "depreciation", default: 0, allowed: { min: 0 }, help: "Depreciation per PH/s and day; leave it out for the cash cost." },
    { ...part, name: "credits", default: 0, allowed: { min: 0 }, help: "Power and curtailment credits per PH/s and day, as a positive number; they are subtracted." },
  ],
  result: { kind: "number", unit: "$/PH/day" },
  formula: "fleet + corporate + financing + depreciation − credits; each is a quarter's cost ÷ (PH/s realized · days)",
  source: "TheMinerMag, hashcost ladder (formulas E2)",
  compute: (x) => allInHashcostUsdPhDay({ fleet: x.fleet, corporate: x.corporate, financing: x.financing, depreciation: x.depreciation, credits: x.credits }),
  twin: (x) => `${x.fleet}+${x.corporate}+${x.financing}+${x.depreciation}-${x.credits}`,
  examples: [{ args: [27.5, 8.25, 3.5, 14, 2.25], result: 51, source: "arithmetic: 27.5 + 8.25 + 3.5 + 14 − 2.25" }],
});
