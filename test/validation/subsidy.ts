import { networkEpochs } from "../../src/market/market";
import { excelSerial } from "../../src/units/dates";
import { mineNumber } from "./mine-number";

/** Block height about noon UTC of a day, between the difficulty adjustments before and after it; those are known by day, so noon is the best guess for them too. */
function heightOn(serial: number): number {
  const epochs = networkEpochs();
  const next = epochs.findIndex((epoch) => excelSerial(epoch.date) > serial);
  const before = epochs[next - 1];
  const after = epochs[next];
  if (!before || !after) throw new Error(`Day ${serial} lies outside the difficulty history`);
  const from = excelSerial(before.date);
  return before.height + ((serial - from) / (excelSerial(after.date) - from)) * (after.height - before.height);
}

/** Mean subsidy of some whole days, BTC per block: halvings fall inside months. */
export function meanSubsidyBtc(firstDay: string, days: number): number {
  const first = excelSerial(firstDay);
  let sum = 0;
  for (let day = 0; day < days; day++) sum += mineNumber("SUBSIDY", heightOn(first + day));
  return sum / days;
}
