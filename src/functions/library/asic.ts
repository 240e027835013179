import { asOfMonth, fullName, newestPriceQuote, type AsicModel } from "../../catalog/catalog";
import { binsFigure } from "../../catalog/lookup";
import { findProfile, OFF, STOCK } from "../../catalog/profiles";
import { NotAvailableError } from "../../units/errors";
import { machines, model } from "../arguments";
import { defineFunction } from "../definition";

const FIELDS = {
  hashrate: "nameplate hashrate, TH/s",
  power: "nameplate power, W",
  efficiency: "J/TH",
  release: "month of release",
  cooling: "air, hydro or immersion",
  price: "newest price quote, $/TH",
  source: "where the figures were published",
  as_of: "newest month that the sources name",
  maker: "manufacturer",
  confidence: "high: two publishers agree within 3 %; medium: one good source",
  name: "full name in the catalog",
} as const;

/** Where the figures stand in a row of the catalog. */
const FIGURE_OF = { hashrate: "hashrateThs", power: "powerW", efficiency: "efficiencyJth", cooling: "cooling", maker: "manufacturer", confidence: "confidence", source: "source", release: "released" } as const;
const RIG = [["Name", "Hashrate (TH/s)", "Power (W)", "Cooling", "Price ($/TH)"], ["My rig", 110, 3080, "air", ""], ["S21 XP 270", "", "", "", 10.5]] as const;

export default defineFunction({
  id: "ASIC",
  category: "Hardware",
  summary: "One figure of a machine in the catalog, or of your own.",
  arguments: [
    model,
    { kind: "choice", name: "field", choices: FIELDS, help: "What to look up." },
    { kind: "text", name: "profile", default: STOCK, help: "Operating profile for hashrate, power, efficiency and source: \"stock\" is the nameplate, \"1900 W\" a profile that ASICPROFILES lists, \"off\" a standstill." },
    machines,
  ],
  result: { kind: "value", unit: "by field: TH/s, W, J/TH, $/TH or text" },
  formula: "catalog look-up",
  source: "the catalog; field \"source\" names the publisher of each row",
  errors: ["#N/A where the model is unknown or its name fits several, with the nearest names", "#N/A where the catalog has no such figure or profile"],
  compute: (x) => {
    const figure = x.profile.toLowerCase() === STOCK ? undefined : profileFigure(x.machines.model(x.model), x.profile, x.field);
    if (figure !== undefined) return figure;
    if (x.field === "name") return fullName(x.machines.model(x.model));
    const bins = x.machines.bins(x.model);
    const own = x.machines.quote(x.model);
    switch (x.field) {
      case "price": return own?.priceUsdTh ?? newestPrice(bins) ?? absent(x.model, "price quote");
      case "as_of": return own?.day ?? asOfMonth(x.machines.model(x.model)) ?? absent(x.model, "date in its sources");
      default: return binsFigure(bins, x.model, FIGURE_OF[x.field]) || absent(x.model, x.field);
    }
  },
  examples: [
    { args: ["S21 XP", "efficiency"], result: 13.5, source: "catalog: Bitmain nameplate" },
    { args: ["s19j pro 104", "power"], result: 3068, source: "catalog: Bitmain nameplate" },
    { args: ["M60S", "hashrate"], result: 186, source: "catalog: MicroBT nameplate" },
    { args: ["T21 190", "hashrate", "5126 W"], result: 233, source: "catalog: Bitmain, T21 high-power mode" },
    { args: ["My rig", "efficiency", null, RIG], result: 28, source: "arithmetic: 3,080 W ÷ 110 TH/s" },
    { args: ["Antminer S21 XP 270 TH/s", "price", null, RIG], result: 10.5, source: "the quote in the range" },
  ],
});

/** What depends on the profile; undefined for what is the machine's own. */
function profileFigure(machine: AsicModel, profileName: string, field: keyof typeof FIELDS): number | string | undefined {
  if (profileName.toLowerCase() === OFF) {
    if (field === "hashrate" || field === "power") return 0;
    if (field === "efficiency") throw new NotAvailableError("A machine that is off has no efficiency.");
    return undefined;
  }
  const profile = findProfile(machine, profileName);
  switch (field) {
    case "hashrate": return profile.hashrateThs;
    case "power": return profile.powerW;
    case "efficiency": return profile.powerW / profile.hashrateThs;
    case "source": return profile.source;
    default: return undefined;
  }
}

/** The newest quote among the bins of a model; a model's price per TH/s holds for its bins. */
function newestPrice(bins: readonly AsicModel[]): number | undefined {
  const quotes = bins.map((bin) => newestPriceQuote(bin.id)).filter((quote) => quote !== undefined);
  return quotes.sort((a, b) => a.date.localeCompare(b.date)).at(-1)?.priceUsdTh;
}

function absent(name: string, what: string): never {
  throw new NotAvailableError(`The catalog has no ${what} for "${name}".`);
}
