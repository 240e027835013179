import type { Episode } from "./back-test";

/** What the model is told of each stretch of history. Only the outage and, for 2025-26, the illustrative network itself were chosen with the outcome known. */
export const EPISODES: readonly Episode[] = [
  {
    name: "Ban in China, outage told", from: "2021-05-13", to: "2021-12-31", meanEfficiencyJth: 55, newMachine: { efficiencyJth: 29.5, priceUsdTh: 119.25 },
    outage: [["2021-05-15", 0], ["2021-05-31", 0.15], ["2021-06-18", 0.3], ["2021-06-26", 0.5], ["2021-07-10", 0.5], ["2021-12-31", 0.1]],
    inputs: "Outage: a guess with the outcome known (half of the network off at the end of June, most of it back by the year's end), so this row tests the retarget mechanics and little else. Mean J/TH assumed; new machines: price index of 2021-05-07 for below 38 J/TH.",
  },
  {
    name: "Ban in China, no outage told", from: "2021-05-13", to: "2021-12-31", meanEfficiencyJth: 55, newMachine: { efficiencyJth: 29.5, priceUsdTh: 119.25 }, outage: [],
    inputs: "As above without the outage: a ban is nothing that price and fees could tell.",
  },
  {
    name: "Bear market 2022", from: "2022-01-01", to: "2022-12-31", meanEfficiencyJth: 45, newMachine: { efficiencyJth: 21.5, priceUsdTh: 80 }, outage: [],
    inputs: "Mean J/TH assumed; new machines: TeraWulf's contracts of 2021-12 for S19 XP.",
  },
  {
    name: "Halving 2024", from: "2024-04-08", to: "2024-10-31", meanEfficiencyJth: 28.2, newMachine: { efficiencyJth: 17.5, priceUsdTh: 16.1 }, outage: [],
    inputs: "Mean J/TH: CCAF survey of mid-2024; new machines: CleanSpark's contract of 2024-01 for S21.",
  },
  { name: "Price fall of 2025-26", from: "2025-10-01", to: "2026-02-28", outage: [], inputs: "The illustrative network as shipped, which was chosen with these months known. The winter storm of January 2026 is not told." },
  { name: "2026, to the end of the data", from: "2026-02-15", to: "2026-08-21", outage: [], inputs: "The illustrative network as shipped, which was not chosen by these months." },
];
