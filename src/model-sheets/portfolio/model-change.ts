import { FORMATS } from "../looks";
import type { BookLine } from "./book-line";
import { dollars, flags, series, value } from "./make-lines";
import { closingLines, ownOf, runningBlock, same, type Block, type Own } from "./model-alternative";
import { unitsLine } from "./model-stay";
import type { AlternativeFacts, CandidateFacts, FleetFacts, SiteFacts } from "./structure";

// Alternatives under which machines come or go: upgrade, relocate, sell.

/** New machines in place of the old ones once they come. @param keep the fleet under keep */
export function upgradeBlock(fleet: FleetFacts, site: SiteFacts, { c, machine: bought }: CandidateFacts, keep: Own, alternative: AlternativeFacts): Block {
  const { i, machine } = fleet;
  const own = ownOf(fleet, alternative);
  const { key, label } = own;
  const [units, need] = [`[$f${i}c${c}Units]`, `[$f${i}c${c}Need]`];
  const input = (field: string): string => `[$Candidates.${c}.${field}]`;
  const [old, fresh, kept] = [`[${key("OldUnits")}]`, `[${key("NewUnits")}]`, `[$${key("KeptShare")}]`];
  const largestPue = `MAX([$Sites.${site.j}.pue.decFeb:Sites.${site.j}.pue.sepNov])`;
  const before: BookLine[] = [
    series(key("StayUnits"), label("Old machines that stay beside the new ones"), "machines", `=IF(${units}<${need},[c${c}After]*MIN([$Fleets.${i}.units],INT(MAX(0,[f${i}Slot]-${units}*[$${bought.w}])/[$${machine.w}]+[$wholeGuard])),0)`, FORMATS.whole),
    series(key("OldUnits"), label("Old machines that run"), "machines", `=[${keep.key("Units")}]*(1-[c${c}After])+[${key("StayUnits")}]`, FORMATS.whole),
    series(key("NewUnits"), label("New machines that run"), "machines", `=${units}*[c${c}After]`, FORMATS.whole),
    value(key("KeptUnits"), label("Old machines kept"), "machines", `=MAX([${key("StayUnits")}:])`, FORMATS.whole),
    value(key("KeptShare"), label("Share of the old machines kept"), "share", `=[$${key("KeptUnits")}]/[$Fleets.${i}.units]`, FORMATS.percent),
    value(key("Cost"), label("Cost of machines and infrastructure"), "$", `=${units}*([$${bought.stockThs}]*[$c${c}LandedTh]+${input("infrastructureUsdMw")}*[$${bought.w}]*${largestPue}/[$wPerMw])`, FORMATS.usd),
    series(key("OldPhDays"), label("PH-days of old machines"), "PH-days", `=${old}*[$${machine.ths}]*[f${i}PhDaysTh]`, FORMATS.decimals),
    series(key("NewPhDays"), label("PH-days of new machines"), "PH-days", `=${fresh}*[$${bought.ths}]*[c${c}Age]*[$c${c}Working]/[$thPerPh]*[days]*[s${site.j}RunShare]`, FORMATS.decimals),
  ];
  const run = runningBlock(own, {
    site, kw: `(${old}*[$${machine.w}]*[$f${i}Working]+${fresh}*[$${bought.w}]*[$c${c}Working])*[s${site.j}Pue]/[$wPerKw]`, phDays: `[${key("OldPhDays")}]+[${key("NewPhDays")}]`,
    revenue: `[hashprice]*([${key("OldPhDays")}]*[$f${i}Net]+[${key("NewPhDays")}]*[$c${c}Net])`, committedKw: `[f${i}CommittedKw]`,
    nameplateW: `${old}*[$${machine.stockW}]+${fresh}*[$${bought.stockW}]`, repairs: `${old}*[$f${i}Repair]+${fresh}*[$c${c}Repair]`,
  });
  const after: BookLine[] = [
    dollars(key("Purchase"), label("Machines bought"), `=-[$${key("Cost")}]*(1-[runs])`),
    series(key("OldSold"), label("Share of the old machines sold"), "share", `=(1-${kept})*[c${c}AtLead]+${kept}*[lastMonth]`, FORMATS.percent),
    series(key("NewWorth"), label("New machines, if sold"), "$", `=${units}*[c${c}MachineUsd]`, FORMATS.usd),
    dollars(key("Sales"), label("Machines sold"), `=[f${i}Worth]*[${key("OldSold")}]+[${key("NewWorth")}]*[lastMonth]`),
    dollars(key("Basis"), label("Book value of what is sold"), `=[f${i}BookLeft]*[${key("OldSold")}]+[$${key("Cost")}]*[$c${c}Left]*[lastMonth]`),
    dollars(key("Depreciation"), label("Depreciation"), `=[f${i}BookOff]*(1-[c${c}After]*(1-${kept}))-[$${key("Cost")}]*[c${c}WriteOff]`),
    series(key("MachineValue"), label("Machines owned"), "$", `=([f${i}Worth]*(1-(1-${kept})*[c${c}Delivered])+[${key("NewWorth")}]*[c${c}Delivered])*(1-[lastMonth])`, FORMATS.usd),
  ];
  const rows = { ...run.rows, ...same(key, ["Purchase", "Sales", "Depreciation", "MachineValue"]), Switching: `f${i}Stay` };
  const closing = closingLines(own, rows, key("Basis"), `=IF(AND(${units}>=1,${input("leadMonths")}<[$horizonMonths]),1,0)`);
  return { lines: [...before, ...run.lines, ...after, ...closing.lines], rows: closing.rows };
}

/** Machines go to another site; what finds no room there is sold. @param to the other site */
export function relocateBlock(fleet: FleetFacts, to: SiteFacts, alternative: AlternativeFacts): Block {
  const { i, machine } = fleet;
  const own = ownOf(fleet, alternative);
  const { key, label } = own;
  const x = to.j;
  const grant = `[s${x}f${i}Grant]`;
  const units = `[${key("Units")}]`;
  const before: BookLine[] = [
    unitsLine(own, fleet, grant, machine.w),
    value(key("Moved"), label("Machines that move"), "machines", `=[$${key("Units")}]`, FORMATS.whole),
    value(key("KeptShare"), label("Share of the machines that move"), "share", `=[$${key("Moved")}]/[$Fleets.${i}.units]`, FORMATS.percent),
    series(key("Share"), label("Share of the month after the move"), "share", `=IF([runs]=1,MAX(0,MIN(1,([end]-[$market.start.date]-[$Fleets.${i}.relocationDays])/[days])),0)`, FORMATS.percent),
    flags(key("On"), label("Runs at the new site"), `=IF([${key("Share")}]>0,1,0)`),
    series(key("CommittedKw"), label("Part of its power there under take or pay"), "kW", `=[s${x}TakeOrPay]*${grant}*[s${x}Pue]/[$wPerKw]`, FORMATS.whole),
  ];
  const run = runningBlock(own, {
    site: to, kw: `${units}*[$${machine.w}]*[$f${i}Working]*[s${x}Pue]/[$wPerKw]`, phDays: `${units}*[$${machine.ths}]*[f${i}Age]*[$f${i}Working]/[$thPerPh]*[days]*[s${x}RunShare]`,
    revenue: `[${key("PhDays")}]*[hashprice]*[$f${i}Net]`, committedKw: `[${key("CommittedKw")}]`, nameplateW: `${units}*[$${machine.stockW}]`, repairs: `${units}*[$f${i}Repair]`,
    share: `[${key("Share")}]`, on: `[${key("On")}]`,
  });
  const after: BookLine[] = [
    series(key("Before"), label("Ran at the new site in the month before (1 = yes)"), "flag", `=IF([month]>1,[${key("On")}-1],0)`, FORMATS.flag),
    dollars(key("Start"), label("Start at the new site"), `=-${grant}*[s${x}Pue]/[$wPerMw]*[$Sites.${x}.restartUsdMw]*MAX(0,[${key("On")}]-[${key("Before")}])`),
    dollars(key("Switching"), label("Stops and restarts"), `=[f${i}Leave]+[${key("Start")}]`),
    dollars(key("Moving"), label("Moving"), `=-[$${key("Moved")}]*[$Fleets.${i}.relocationUsdUnit]*(1-[runs])`),
    series(key("Sold"), label("Share of the machines sold"), "share", `=(1-[$${key("KeptShare")}])*(1-[runs])+[$${key("KeptShare")}]*[lastMonth]`, FORMATS.percent),
    dollars(key("Sales"), label("Machines sold"), `=[f${i}Worth]*[${key("Sold")}]`),
    dollars(key("Basis"), label("Book value of what is sold"), `=[f${i}BookLeft]*[${key("Sold")}]`),
    dollars(key("Depreciation"), label("Depreciation"), `=[f${i}BookOff]*[$${key("KeptShare")}]`),
    series(key("MachineValue"), label("Machines owned"), "$", `=[f${i}HoldValue]*[$${key("KeptShare")}]`, FORMATS.usd),
  ];
  const rows = { ...run.rows, ...same(key, ["Switching", "Moving", "Sales", "Depreciation", "MachineValue"]) };
  const closing = closingLines(own, rows, key("Basis"), `=IF([$${key("Moved")}]>=1,1,0)`);
  return { lines: [...before, ...run.lines, ...after, ...closing.lines], rows: closing.rows };
}

/** All machines are sold at once. */
export function sellBlock(fleet: FleetFacts, alternative: AlternativeFacts): Block {
  const { i } = fleet;
  const own = ownOf(fleet, alternative);
  const { key, label } = own;
  const lines = [
    dollars(key("Sales"), label("Machines sold"), `=[f${i}Worth]*(1-[runs])`),
    dollars(key("Basis"), label("Book value of what is sold"), `=[f${i}BookLeft]*(1-[runs])`),
  ];
  const closing = closingLines(own, { Sales: key("Sales"), Switching: `f${i}Leave` }, key("Basis"), "=1");
  return { lines: [...lines, ...closing.lines], rows: closing.rows };
}
