import { nextRetarget } from "../../economics/difficulty-adjustment";
import { difficulty } from "../arguments";
import { defineFunction } from "../definition";

export default defineFunction({
  id: "NEXTRETARGET",
  category: "Network",
  summary: "When the running epoch ends, and the difficulty that follows, if the network's hashrate stays.",
  arguments: [
    difficulty,
    { kind: "number", name: "blocks_done", unit: "blocks", allowed: { min: 0, max: 2016 }, help: "Blocks of the running epoch found so far: height less the last multiple of 2,016." },
    { kind: "number", name: "hashrate_now_eh", unit: "EH/s", allowed: { min: 0, minExcluded: true }, help: "Network hashrate for the rest of the epoch." },
    { kind: "number", name: "hashrate_so_far_eh", unit: "EH/s", allowed: { min: 0 }, default: 0, help: "Mean network hashrate in the epoch so far; 0 takes hashrate_now_eh." },
  ],
  result: { kind: "table", unit: "one row: days left, new difficulty, change as a fraction" },
  formula: "days = 14 ÷ 2,016 · (blocks_done · target ÷ hashrate_so_far + (2,016 − blocks_done) · target ÷ hashrate_now), target = difficulty · 2^32 ÷ 600 ÷ 10^18; new difficulty = RETARGET(difficulty, days)",
  source: "formulas E4; Bitcoin Core, CalculateNextWorkRequired",
  compute: (x) => {
    const next = nextRetarget(x.difficulty, x.blocks_done, x.hashrate_now_eh, x.hashrate_so_far_eh || x.hashrate_now_eh);
    return [[next.daysLeft, next.difficulty, next.change]];
  },
  examples: [
    { args: [1e14, 1008, 608.4537002666666, 715.8278826666666], result: [[8.23529411764706, 91891891891891.88, -0.08108108108108114]], source: "independent calculation, formulas E4: half the epoch at pace 1, the rest at 0.85" },
    { args: [1e14, 2016, 700, 626.3493973333333], result: [[0, 8.75e13, -0.125]], source: "formulas E4: an epoch of 16 days" },
  ],
});
