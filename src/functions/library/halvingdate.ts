import { nextHalvingHeight } from "../../economics/difficulty-adjustment";
import { excelSerialOfTime } from "../../units/dates";
import { height } from "../arguments";
import { defineFunction } from "../definition";

export default defineFunction({
  id: "HALVINGDATE",
  category: "Network",
  summary: "When the next halving comes if blocks go on at the given pace, as an Excel date.",
  arguments: [
    height,
    { kind: "date", name: "date", moment: true, help: "When the chain has that height: an Excel date, with its time of day, or a text such as \"2026-08-21\"." },
    { kind: "number", name: "days_per_block", unit: "days", allowed: { min: 0, minExcluded: true, max: 1 }, default: 1 / 144, help: "Average time between blocks; 1/144 is 600 seconds." },
  ],
  result: { kind: "number", unit: "Excel date; format the cell as a date" },
  formula: "date + (HALVINGHEIGHT(height) − height) · days_per_block",
  source: "protocol arithmetic; an estimate, since blocks come faster or slower than planned",
  compute: (x) => excelSerialOfTime(x.date) + (nextHalvingHeight(x.height) - x.height) * x.days_per_block,
  examples: [
    { args: [935424, 46060.5], result: 46856.166666666664, source: "oracle: from 2026-02-07 12:00 to 2028-04-13 04:00 at 600 s" },
    { args: [1049856, "2028-04-12"], result: 46856, source: "arithmetic: 144 blocks before the halving, one day" },
  ],
});
