import { isSetting, OFF, operatingProfiles } from "../../catalog/profiles";
import { bestGear, gearMarginUsdDay } from "../../economics/gears";
import { netHashpriceUsdPhDay } from "../../economics/unit-economics";
import { hashprice, machines, model, poolFee, powerPrice, pue } from "../arguments";
import { defineFunction } from "../definition";

export default defineFunction({
  id: "BESTPROFILE",
  category: "Power and curtailment",
  summary: "The profile that earns most per machine and day, or \"off\" where every profile loses.",
  arguments: [
    model,
    hashprice,
    powerPrice,
    poolFee,
    pue,
    {
      kind: "choice",
      name: "billed",
      choices: { metered: "power is billed by what the machine draws", nameplate: "a host bills the nameplate whatever the profile" },
      default: "metered",
      help: "How power is billed.",
    },
    machines,
  ],
  result: { kind: "value", unit: "name of a profile, as ASICPROFILES lists it and ASIC takes it, or \"off\"" },
  formula: "the largest of hashprice · (1 − fee) · TH/s ÷ 1,000 − 24 · W ÷ 1,000 · pue · power_price over all settings, and 0 for \"off\"; W is the nameplate's where that is billed",
  source: "formulas E7; the catalog's tuning profiles",
  compute: (x) => {
    const machine = x.machines.model(x.model);
    const netHashprice = netHashpriceUsdPhDay(x.hashprice, x.pool_fee);
    const margin = (point: { hashrateThs: number; powerW: number }): number =>
      gearMarginUsdDay(point, netHashprice, x.power_price, x.pue, x.billed === "nameplate" ? machine.powerW : point.powerW);
    return bestGear(operatingProfiles(machine).filter(isSetting), margin)?.name ?? OFF;
  },
  examples: [
    { args: ["T21 190", 40, 0.04, 0.01], result: "5126 W", source: "arithmetic: the step from stock pays up to 0.0468 $/kWh" },
    { args: ["T21 190", 40, 0.06, 0.01], result: "stock", source: "arithmetic: between the strikes 0.0468 and 0.0868 $/kWh" },
    { args: ["T21 190", 40, 0.09, 0.01], result: "off", source: "arithmetic: above the strike of stock, 0.0868 $/kWh" },
    { args: ["T21 190", 40, 0.09, 0.01, 1, "nameplate"], result: "5126 W", source: "arithmetic: 233 TH/s earn 9.2268 $ a day, 3,610 W billed cost 7.7976 $" },
  ],
});
