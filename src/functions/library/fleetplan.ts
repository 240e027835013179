import { fullName } from "../../catalog/catalog";
import { isSetting, OFF, operatingProfiles, STOCK } from "../../catalog/profiles";
import { dispatch } from "../../economics/dispatch";
import { InputError } from "../../units/errors";
import { headers, hashprice, machines, powerPrice, pue } from "../arguments";
import { defineFunction } from "../definition";
import { requireSameLength } from "../same-length";

const COLUMNS = ["Machine", "Profile", "Units", "Hashrate (PH/s)", "Power (MW)", "Marginal efficiency (J/TH)", "Strike ($/kWh)", "Margin ($/day)", "Held back by"] as const;
const MOST_FLEETS = 1000;

export default defineFunction({
  id: "FLEETPLAN",
  category: "Analysis",
  summary: "Which machines to run at which profile when the site's power is limited.",
  arguments: [
    { kind: "number", name: "mw", unit: "MW", allowed: { min: 0, max: 1e5 }, help: "Power that the site may draw at the meter." },
    { kind: "list", name: "models", help: `Machines, by id or by a name such as "S21 XP", a cell each; at most ${MOST_FLEETS}.` },
    { kind: "numbers", name: "units", unit: "machines", allowed: { min: 0, max: 1e9 }, help: "Whole number of each machine, in the same order." },
    { ...hashprice, help: "Expected revenue of 1 PH/s in a day after the pool fee." },
    powerPrice,
    pue,
    {
      kind: "choice",
      name: "policy",
      choices: {
        profiles: "every setting that is published of a machine, and only steps that pay",
        stock: "nameplate or off, and only machines that pay",
        "always-on": "every setting up to the MW, whatever the power price: power that is paid for anyway and cannot be resold",
      },
      default: "profiles",
      help: "Which steps may be taken.",
    },
    headers,
    machines,
  ],
  result: { kind: "table", unit: COLUMNS.join(", ") },
  formula: "steps of all machines on their hulls by marginal J/TH = ΔW ÷ ΔTH/s, best first, while strike = hashprice ÷ (24 · marginal · pue) is at least power_price and MW are left; whole machines",
  source: "formulas E7 and E8; the catalog's tuning profiles",
  errors: ["#N/A where a machine is unknown or its name leaves the hashrate open", "#VALUE! where the ranges differ in length or a number of machines is not whole"],
  compute: (x) => {
    requireSameLength({ models: x.models, units: x.units });
    if (x.models.length > MOST_FLEETS) throw new InputError(`models has ${x.models.length} cells; give at most ${MOST_FLEETS}.`);
    const fleets = x.models.map((name, i) => {
      if (typeof name !== "string") throw new InputError(`models, cell ${i + 1}, is ${name ?? "blank"}; give a model such as "S21 XP".`);
      const units = x.units[i]!;
      if (!Number.isInteger(units)) throw new InputError(`units, cell ${i + 1}, is ${units}; give a whole number of machines.`);
      const machine = x.machines.model(name);
      return { machine, units, settings: operatingProfiles(machine).filter((profile) => (x.policy === "stock" ? profile.name === STOCK : isSetting(profile))) };
    });
    const site = { siteMw: x.mw, netHashpriceUsdPhDay: x.hashprice, powerPriceUsdKwh: x.power_price, pue: x.pue, powerIsSunk: x.policy === "always-on" };
    const rows = dispatch(fleets, site).map((group) => [
      fullName(fleets[group.fleet]!.machine), group.point?.name ?? OFF, group.units, group.hashratePhs, group.powerMw, group.marginalJth, group.strikeUsdKwh, group.marginUsdDay,
      group.heldBack === "top" ? "" : group.heldBack,
    ]);
    if (rows.length === 0) throw new InputError("units holds no machine; give at least one.");
    return x.headers ? [[...COLUMNS], ...rows] : rows;
  },
  examples: [
    {
      args: [0.5, [["S21"], ["T21 190"]], [[100], [100]], 40, 0.05, null, null, false],
      result: [
        ["Antminer S21 200 TH/s", "stock", 100, 20, 0.35, 17.5, 0.09523809523809523, 380, ""],
        ["Antminer T21 190 TH/s", "stock", 41, 7.79, 0.14801, 19, 0.08771929824561403, 133.988, "power price"],
        ["Antminer T21 190 TH/s", "off", 59, 0, 0, 19, 0.08771929824561403, 0, "MW cap"],
      ],
      source: "by hand: 350 kW for the S21, 41 T21 in the other 150 kW; their step to 5,126 W pays up to 0.0473 $/kWh only",
    },
  ],
});
