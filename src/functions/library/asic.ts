import { asOfMonth, fullName, newestPriceQuote, type AsicModel } from "../../catalog/catalog";
import { findBins, findModel, modelFigure } from "../../catalog/lookup";
import { findProfile, OFF, STOCK } from "../../catalog/profiles";
import { NotAvailableError } from "../../units/errors";
import { model } from "../arguments";
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

export default defineFunction({
  id: "ASIC",
  category: "Hardware",
  summary: "One figure of a machine in the catalog.",
  arguments: [
    model,
    { kind: "choice", name: "field", choices: FIELDS, help: "What to look up." },
    { kind: "text", name: "profile", default: STOCK, help: "Operating profile for hashrate, power, efficiency and source: \"stock\" is the nameplate, \"1900 W\" a profile that ASICPROFILES lists, \"off\" a standstill." },
  ],
  result: { kind: "value", unit: "by field: TH/s, W, J/TH, $/TH or text" },
  formula: "catalog look-up",
  source: "the catalog; field \"source\" names the publisher of each row",
  errors: ["#N/A where the model is unknown or its name fits several, with the nearest names", "#N/A where the catalog has no such figure or profile"],
  compute: (x) => {
    const figure = x.profile.toLowerCase() === STOCK ? undefined : profileFigure(findModel(x.model), x.profile, x.field);
    if (figure !== undefined) return figure;
    switch (x.field) {
      case "hashrate": return modelFigure(x.model, "hashrateThs");
      case "power": return modelFigure(x.model, "powerW");
      case "efficiency": return modelFigure(x.model, "efficiencyJth");
      case "cooling": return modelFigure(x.model, "cooling");
      case "maker": return modelFigure(x.model, "manufacturer");
      case "confidence": return modelFigure(x.model, "confidence");
      case "source": return modelFigure(x.model, "source");
      case "name": return fullName(findModel(x.model));
      case "release": return modelFigure(x.model, "released") || absent(x.model, "release month");
      case "as_of": return asOfMonth(findModel(x.model)) ?? absent(x.model, "date in its sources");
      case "price": return newestPrice(findBins(x.model)) ?? absent(x.model, "price quote");
    }
  },
  examples: [
    { args: ["S21 XP", "efficiency"], result: 13.5, source: "catalog: Bitmain nameplate" },
    { args: ["s19j pro 104", "power"], result: 3068, source: "catalog: Bitmain nameplate" },
    { args: ["M60S", "hashrate"], result: 186, source: "catalog: MicroBT nameplate" },
    { args: ["T21 190", "hashrate", "5126 W"], result: 233, source: "catalog: Bitmain, T21 high-power mode" },
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
