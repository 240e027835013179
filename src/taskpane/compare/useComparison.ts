import { useDeferredValue, useEffect, useMemo, useState } from "react";
import { defaultSnapshot } from "../../market/market";
import type { Fleet, Portfolio, Site } from "../../planning/portfolio";
import { compareMachines, hashpriceOf, type ComparisonTerms, type ReplacedMachine } from "../../planning/portfolio/compare";
import { siteGears, type SiteGear } from "../../planning/portfolio/compare-gears";
import { GENERATIONS, machinesToBeginWith, machineToCompare, withoutTwins, type ComparedMachine } from "../../planning/portfolio/compare-machines";
import { marketTerms, sitePower, snapshotTerms, type MarketTerms, type SitePower } from "../../planning/portfolio/compare-site";
import { machineOf } from "../../planning/portfolio/machines";
import { usePortfolio } from "../store";
import { useSettings } from "../settings";
import type { ComparedRow } from "./columns";
import { readFields, termsOf, type FieldTexts, type FieldValues } from "./fields";

/** The choice of a power price that is no site's. */
export const TYPED = "";

const TYPED_PLACE = { powerPriceUsdKwh: 0.055, pue: 1.05, uptime: 0.96 };
const DEFAULTS = { poolFee: 0.01, discountRateAnnual: 0.12, years: 4, resaleUsdTh: 0 };

/** Where the comparison is made. */
export interface Place {
  readonly portfolio: Portfolio | undefined;
  readonly site: Site | undefined;
  readonly power: SitePower | undefined;
  readonly market: MarketTerms;
  readonly marketDate: string;
  readonly marketSource: string;
}

export interface Replaced extends ReplacedMachine {
  readonly label: string;
}

export interface Comparison {
  readonly place: Place;
  /** names of the sites, and which is chosen; "" for none */
  readonly siteId: string;
  readonly chooseSite: (id: string) => void;
  readonly defaults: FieldValues;
  readonly texts: FieldTexts;
  readonly setTexts: (texts: FieldTexts) => void;
  readonly wrong: ReturnType<typeof readFields>["wrong"];
  /** undefined while a field is wrong */
  readonly terms: ComparisonTerms | undefined;
  readonly rows: readonly ComparedRow[];
  readonly replaced: Replaced | undefined;
  readonly gears: readonly SiteGear[];
  readonly power: SitePower | undefined;
  readonly add: (name: string) => void;
  readonly remove: (machine: ComparedMachine) => void;
  readonly setPrice: (machine: ComparedMachine, priceUsdTh: number | undefined) => void;
  /** back to the machines that a comparison begins with; undefined where it has them */
  readonly reset: (() => void) | undefined;
}

/** Changes to the machines that a comparison begins with. */
interface Changes {
  readonly added: readonly ComparedMachine[];
  readonly removed: readonly string[];
  readonly prices: Readonly<Record<string, number | undefined>>;
}

const NO_CHANGES: Changes = { added: [], removed: [], prices: {} };

export function keyOf({ name, setting }: ComparedMachine): string {
  return `${name}|${setting}`;
}

/** Everything the screen shows, from the portfolio that is being edited and what is typed. */
export function useComparison(): Comparison {
  const { reading } = usePortfolio();
  const formats = useSettings();
  const { settings: { powerUnit } } = formats;
  const portfolio = useDeferredValue(reading?.portfolio);
  const [chosen, setChosen] = useState<string>();
  const [texts, setTexts] = useState<FieldTexts>({});
  const [changes, setChanges] = useState<Changes>(NO_CHANGES);

  // A price that was typed in another unit would be read wrongly.
  useEffect(() => setTexts(({ powerPriceUsdKwh: _, ...others }) => others), [powerUnit]);

  const siteId = chosen !== undefined && (chosen === TYPED || portfolio?.sites.some(({ id }) => id === chosen)) ? chosen : (portfolio?.sites[0]?.id ?? TYPED);
  const place = useMemo(() => placeOf(portfolio, siteId), [portfolio, siteId]);
  const old = useMemo(() => place.portfolio && place.site && replacedAt(place.portfolio, place.site), [place]);
  const defaults = useMemo((): FieldValues => ({
    ...DEFAULTS, ...TYPED_PLACE,
    ...(place.power ? { powerPriceUsdKwh: place.power.priceUsdKwh, pue: place.power.pue, uptime: place.power.runShare } : {}),
    ...(old ? { poolFee: old.fleet.operation.poolFee, resaleUsdTh: old.fleet.resale.priceUsdTh } : {}),
    ...(place.portfolio ? { discountRateAnnual: place.portfolio.finance.discountRateAnnual } : {}),
    hashpriceDeclineAnnual: place.market.hashpriceDeclineAnnual,
  }), [place, old]);
  const { values, wrong } = useMemo(() => readFields(texts, defaults, formats), [texts, defaults, formats]);
  const terms = useMemo((): ComparisonTerms | undefined => values && { ...place.market, ...termsOf(values) }, [place, values]);
  const machines = useMemo(() => machinesAt(place, changes), [place, changes]);
  const replaced = useMemo((): Replaced | undefined => (old && values ? { label: old.label, efficiencyJth: old.efficiencyJth, resaleUsdTh: values.resaleUsdTh } : undefined), [old, values]);
  const rows = useMemo(() => {
    const figures = terms ? compareMachines(machines, terms, replaced) : [];
    return figures.map((each, i): ComparedRow => ({ machine: machines[i]!, figures: each }));
  }, [machines, terms, replaced]);
  // A price that is typed holds for power that is not committed.
  const power = useMemo(() => place.power && terms && { ...place.power, priceUsdKwh: terms.powerPriceUsdKwh, pue: terms.pue }, [place, terms]);
  const gears = useMemo(() => (place.portfolio && place.site && power && terms ? siteGears(place.portfolio, place.site, power, hashpriceOf(terms)) : []), [place, power, terms]);
  return {
    place, siteId, defaults, texts, setTexts, wrong, terms, rows, replaced, gears, power,
    chooseSite: (id) => {
      setChosen(id);
      setTexts({});
    },
    add: (name) => {
      const machine = machineToCompare(place.portfolio, name, place.marketDate);
      setChanges((now) => ({ ...now, added: withoutTwins([...now.added, machine]), removed: now.removed.filter((key) => key !== keyOf(machine)) }));
    },
    remove: (machine) => setChanges((now) => ({ ...now, removed: [...now.removed, keyOf(machine)], added: now.added.filter((each) => keyOf(each) !== keyOf(machine)) })),
    setPrice: (machine, priceUsdTh) => setChanges((now) => ({ ...now, prices: { ...now.prices, [keyOf(machine)]: priceUsdTh } })),
    reset: changes === NO_CHANGES ? undefined : () => setChanges(NO_CHANGES),
  };
}

function placeOf(portfolio: Portfolio | undefined, siteId: string): Place {
  const { date, source, ...snapshot } = defaultSnapshot();
  const site = portfolio?.sites.find(({ id }) => id === siteId);
  return {
    portfolio, site,
    power: portfolio && site && sitePower(portfolio, site),
    market: portfolio ? marketTerms(portfolio) : snapshotTerms(snapshot),
    marketDate: portfolio?.market.start.date ?? date,
    marketSource: portfolio ? portfolio.market.start.source : source,
  };
}

/** The site's fleet with the least efficient machines: what is replaced first. */
function replacedAt(portfolio: Portfolio, site: Site): { readonly fleet: Fleet; readonly efficiencyJth: number; readonly label: string } | undefined {
  const fleets = portfolio.fleets.filter(({ siteId }) => siteId === site.id).flatMap((fleet) => {
    const machine = machineOf(portfolio, fleet.machine);
    const setting = "unknown" in machine ? undefined : machine.settings.find(({ name }) => name === fleet.operation.profile);
    return setting && !("unknown" in machine) ? [{ fleet, efficiencyJth: setting.powerW / setting.hashrateThs, label: machine.name }] : [];
  });
  return fleets.sort((a, b) => b.efficiencyJth - a.efficiencyJth)[0];
}

function machinesAt({ portfolio, site, marketDate }: Place, { added, removed, prices }: Changes): readonly ComparedMachine[] {
  const begin = portfolio && site ? machinesToBeginWith(portfolio, site) : GENERATIONS.map((name) => machineToCompare(portfolio, name, marketDate));
  return withoutTwins([...begin, ...added])
    .filter((machine) => !removed.includes(keyOf(machine)))
    .map((machine) => (keyOf(machine) in prices ? { ...machine, priceUsdTh: prices[keyOf(machine)], priceSource: "typed here" } : machine));
}
