import { FORMATS } from "../looks";
import type { BookLine } from "./book-line";
import { dollars, flags, series, value } from "./make-lines";
import { closingLines, ownOf, powerLines, runningBlock, same, times, type Block, type Own } from "./model-alternative";
import type { AlternativeFacts, FleetFacts, SiteFacts } from "./structure";

// Alternatives under which all machines stay until the end: keep, underclock, curtail, shut down.

/** A fleet with its site, and its block under keep once that is there. */
export interface StayContext {
  readonly fleet: FleetFacts;
  readonly site: SiteFacts;
  /** the site's bins as blocks */
  readonly bins: { readonly shares: string; readonly prices: string };
  readonly keep: Own;
}

export function keepBlock({ fleet, site, keep }: StayContext): Block {
  const { i, machine } = fleet;
  const units = `[${keep.key("Units")}]`;
  const run = runningBlock(keep, {
    site, kw: `${units}*${kwPerW(i, site, machine.w)}`, phDays: `${units}*[$${machine.ths}]*[f${i}PhDaysTh]`, revenue: `[${keep.key("PhDays")}]*[hashprice]*[$f${i}Net]`,
    committedKw: `[f${i}CommittedKw]`, nameplateW: `${units}*[$${machine.stockW}]`, repairs: `${units}*[$f${i}Repair]`,
  });
  const operating = dollars(keep.key("Operating"), keep.label("Operating flow"), `=[${keep.key("Revenue")}]+[${keep.key("Power")}]+[${keep.key("Repairs")}]`);
  return held(fleet, keep, { lines: [unitsLine(keep, fleet, `[f${i}Slot]`, machine.w), ...run.lines, operating], rows: { ...run.rows, Switching: `f${i}Stay` } }, "=1");
}

/** Machines that fit into a power, W. */
export function unitsLine({ key, label }: Own, { i }: FleetFacts, watts: string, w: string): BookLine {
  return series(key("Units"), label("Machines that run"), "machines", fitting(i, watts, w), FORMATS.whole, { total: `=MAX([${key("Units")}:])`, totalFormat: FORMATS.whole });
}

function fitting(i: number, watts: string, w: string): string {
  return `=MIN([$Fleets.${i}.units],INT(${watts}/[$${w}]+[$wholeGuard]))`;
}

function kwPerW(i: number, { j }: SiteFacts, w: string): string {
  return `[$${w}]*[$f${i}Working]*[s${j}Pue]/[$wPerKw]`;
}

/** Of the own setting and those that draw less the one that earns most in each month. */
export function underclockBlock({ fleet, site }: StayContext, alternative: AlternativeFacts): Block {
  const { i, machine } = fleet;
  const own = ownOf(fleet, alternative);
  const { key, label } = own;
  const settings = [{ name: "own setting" }, ...machine.others];
  const block = (name: string, part = ""): string => `[${part}${key(`${name}0`)}:${key(`${name}${machine.others.length}`)}]`;
  const setting = (k: number): string => (k === 0 ? "own setting" : machine.others[k - 1]!.name);
  const each = (name: string, text: string, unit: string, format: string, formula: (k: number) => string): BookLine[] => settings.map((_, k) => series(key(`${name}${k}`), label(`${text}, ${setting(k)}`), unit, formula(k), format));
  const others = machine.others.map((_, k) => k + 1);
  const margin = (k: number): string => `=[${key(`Units${k}`)}]*([$${key(`Ths${k}`)}]*[${key("UsdTh")}]-[${key("UsdUnit")}])-[${key(`Energy${k}`)}]-[${key(`Kw${k}`)}]*[s${site.j}DrawNet]`;
  const inside = (k: number): string => `[${key(`Inside${k}`)}]`;
  const energy = (k: number): string => (site.commits
    ? `=[s${site.j}RunHours]*(${inside(k)}*[s${site.j}ResaleMean]+([${key(`Kw${k}`)}]-${inside(k)})*[s${site.j}TariffMean])`
    : `=[s${site.j}RunHours]*[${key(`Kw${k}`)}]*[s${site.j}TariffMean]`);
  const lines: BookLine[] = [
    // A setting that draws no less than the own one counts as the own one.
    ...others.map((k) => value(key(`Below${k}`), label(`Less power than the own setting (1 = yes), ${setting(k)}`), "flag", `=IF([$${machine.others[k - 1]!.w}]<[$${machine.w}],1,0)`, FORMATS.flag)),
    ...settings.map((_, k) => value(key(`W${k}`), label(`Power of a machine, ${setting(k)}`), "W", k === 0 ? `=[$${machine.w}]` : `=IF([$${key(`Below${k}`)}]=1,[$${machine.others[k - 1]!.w}],[$${machine.w}])`, FORMATS.whole)),
    ...settings.map((_, k) => value(key(`Ths${k}`), label(`Hashrate of a machine, ${setting(k)}`), "TH/s", k === 0 ? `=[$${machine.ths}]` : `=IF([$${key(`Below${k}`)}]=1,[$${machine.others[k - 1]!.ths}],[$${machine.ths}])`, FORMATS.decimals)),
    series(key("UsdTh"), label("Revenue of a TH/s"), "$", `=[f${i}PhDaysTh]*[hashprice]*[$f${i}Net]`, FORMATS.decimals),
    series(key("UsdUnit"), label("Nameplate bill and repairs of a machine"), "$", `=${site.billsNameplate ? `[$${machine.stockW}]/[$wPerKw]*[hours]*[s${site.j}NameplateRate]+` : ""}[$f${i}Repair]`, FORMATS.decimals),
    ...each("Units", "Machines that fit", "machines", FORMATS.whole, (k) => fitting(i, `[f${i}Slot]`, key(`W${k}`))),
    ...each("Kw", "Draw", "kW", FORMATS.whole, (k) => `=[${key(`Units${k}`)}]*${kwPerW(i, site, key(`W${k}`))}`),
    ...(site.commits ? each("Inside", "Draw inside the commitment", "kW", FORMATS.whole, (k) => `=MIN([${key(`Kw${k}`)}],[f${i}CommittedKw])`) : []),
    ...each("Energy", "Cost of energy", "$", FORMATS.usd, energy),
    ...each("Margin", "Margin", "$", FORMATS.usd, margin),
    series(key("Pick"), label("Number of the setting with the highest margin"), "number", `=MATCH(MAX(${block("Margin")}),${block("Margin")},0)`, FORMATS.whole),
    series(key("Units"), label("Machines that run"), "machines", `=INDEX(${block("Units")},[${key("Pick")}])`, FORMATS.whole),
  ];
  const run = runningBlock(own, {
    site, kw: `INDEX(${block("Kw")},[${key("Pick")}])`, phDays: `[${key("Units")}]*INDEX(${block("Ths", "$")},[${key("Pick")}])*[f${i}PhDaysTh]`, revenue: `[${key("PhDays")}]*[hashprice]*[$f${i}Net]`,
    committedKw: `[f${i}CommittedKw]`, nameplateW: `[${key("Units")}]*[$${machine.stockW}]`, repairs: `[${key("Units")}]*[$f${i}Repair]`,
  });
  const available = `=IF(SUM([$${key("Below1")}:${key(`Below${machine.others.length}`)}])>0,[$s${site.j}LowPower],0)`;
  return held(fleet, own, { lines: [...lines, ...run.lines], rows: { ...run.rows, Switching: `f${i}Stay` } }, available);
}

/** Only hours that earn, and only months that earn. */
export function curtailBlock({ fleet, site, bins, keep }: StayContext, alternative: AlternativeFacts): Block {
  const { j } = site;
  const own = ownOf(fleet, alternative);
  const { key, label } = own;
  const inside = `[${keep.key("Inside")}]`;
  const beyond = site.commits ? `([${keep.key("Kw")}]-[${keep.key("Inside")}])` : `[${keep.key("Kw")}]`;
  const perHour = (resale: string, tariff: string): string => `=${site.commits ? `${inside}*[s${j}${resale}]+` : ""}${beyond}*[s${j}${tariff}]`;
  const earning = `--([${key("Fixed")}]+[${key("PerPrice")}]*[${bins.prices}]<=[${key("Hourly")}])`;
  const on = `[${key("On")}]`;
  const lines: BookLine[] = [
    series(key("Fixed"), label("Energy of an hour beside the bins"), "$/hour", perHour("ResaleValue", "Tariff"), FORMATS.decimals),
    series(key("PerPrice"), label("Draw that pays the bins' prices"), "kW", perHour("ResaleWeight", "TariffWeight"), FORMATS.whole),
    series(key("Hourly"), label("Revenue of an hour"), "$/hour", `=IF([s${j}RunHours]>0,[${keep.key("Revenue")}]/[s${j}RunHours],0)`, FORMATS.decimals),
    series(key("Bins"), label("Share of the hours that earn"), "share", `=SUMPRODUCT(${earning},[${bins.shares}])`, FORMATS.percent),
    series(key("BinUsd"), label("Sum of their prices by share"), "$/kWh", `=SUMPRODUCT(${earning},[${bins.shares}],[${bins.prices}])`, FORMATS.usdKwh),
    dollars(key("EarningCost"), label("Energy of the hours that earn"), `=-[s${j}RunHours]*([${key("Fixed")}]*[${key("Bins")}]+[${key("PerPrice")}]*[${key("BinUsd")}])`),
    flags(key("On"), label("The month earns"), `=IF([${keep.key("Revenue")}]*[${key("Bins")}]+[${key("EarningCost")}]+[${keep.key("Draw")}]+[${keep.key("Credit")}]+[${keep.key("Repairs")}]>0,1,0)`),
    series(key("Share"), label("Share of the hours that run"), "share", `=[${key("Bins")}]*${on}`, FORMATS.percent),
    ...times(own, ["Revenue", "PhDays", "Kwh"], same(keep.key, ["Revenue", "PhDays", "Kwh"]), `[${key("Share")}]`).lines,
    ...times(own, ["ConnectedKw"], { ConnectedKw: keep.key("Kw") }, on).lines,
    ...times(own, ["Credit", "Repairs"], same(keep.key, ["Credit", "Repairs"]), on).lines,
    dollars(key("Draw"), label("Charge on draw"), `=[${keep.key("Draw")}]*${on}`),
    dollars(key("Energy"), label("Energy"), `=[${key("EarningCost")}]*${on}`),
    ...(site.billsNameplate ? [dollars(key("Bill"), label("Nameplate bill"), `=[${keep.key("Bill")}]`)] : []),
    ...(site.commits ? [dollars(key("ResaleForgone"), label("Resale forgone"), `=-[s${j}RunHours]*${inside}*([s${j}ResaleValue]*[${key("Bins")}]+[s${j}ResaleWeight]*[${key("BinUsd")}])*${on}`)] : []),
    ...powerLines(own, site),
    ...switchingLines(fleet, own, site.j),
  ];
  const rows = { ...same(key, ["Revenue", "Power", "Repairs", "Switching", "PhDays", "Kwh", "Credit", "ConnectedKw"]), ...(site.commits ? { ResaleForgone: key("ResaleForgone") } : {}) };
  return held(fleet, own, { lines, rows }, `=[$s${j}LowPower]`);
}

/** Off at once, and on again in the month from which on that is worth most, if any is worth it. */
export function shutdownBlock({ fleet, site, keep }: StayContext, keepRows: Block["rows"], alternative: AlternativeFacts): Block {
  const own = ownOf(fleet, alternative);
  const { key, label } = own;
  const months = times(own, ["Revenue", "Power", "Repairs", "PhDays", "Kwh", "Credit", "ResaleForgone", "ConnectedKw"], keepRows, `[${key("On")}]`);
  const lines: BookLine[] = [
    dollars(key("Later"), label("Present value of the operating flow under keep"), `=[${keep.key("Operating")}]*[discountFactor]`),
    series(key("Worth"), label("Worth of running from this month on"), "$", `=IF([month]>1,SUM([${key("Later")}~])-[$Sites.${site.j}.restartUsdMw]*[f${fleet.i}Mw]*[discountFactor],0)`, FORMATS.usd, { total: `=MAX([${key("Worth")}:])`, totalFormat: FORMATS.usd }),
    value(key("Restart"), label("Month of the restart; beyond the plan: never"), "month", `=IF([$${key("Worth")}]>0,MATCH([$${key("Worth")}],[${key("Worth")}:],0)-1,[$horizonMonths]+1)`, FORMATS.whole),
    flags(key("On"), label("Runs"), `=IF([month]>=[$${key("Restart")}],1,0)`),
    ...months.lines,
    ...switchingLines(fleet, own, site.j),
  ];
  return held(fleet, own, { lines, rows: { ...months.rows, Switching: key("Switching") } }, `=[$s${site.j}LowPower]`);
}

/** Costs of stopping and restarting by the months that are on. */
function switchingLines({ i }: FleetFacts, { key, label }: Own, j: number): BookLine[] {
  return [
    series(key("Before"), label("Ran in the month before (1 = yes)"), "flag", `=IF([month]>1,[${key("On")}-1],[$f${i}StartsOn])`, FORMATS.flag),
    dollars(key("Switching"), label("Stops and restarts"), `=-[f${i}Mw]*([$Sites.${j}.restartUsdMw]*MAX(0,[${key("On")}]-[${key("Before")}])+[$Sites.${j}.shutdownUsdMw]*MAX(0,[${key("Before")}]-[${key("On")}]))`),
  ];
}

/** Machines stay until they are sold in the last month. */
function held({ i }: FleetFacts, own: Own, { lines, rows }: Block, available: string): Block {
  const all = { ...rows, Sales: `f${i}HoldSales`, Depreciation: `f${i}BookOff`, MachineValue: `f${i}HoldValue` };
  const closing = closingLines(own, all, `f${i}HoldBasis`, available);
  return { lines: [...lines, ...closing.lines], rows: closing.rows };
}
