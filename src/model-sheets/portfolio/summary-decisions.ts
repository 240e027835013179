import type { FleetInsight, Flip } from "../../planning/portfolio";
import { FORMATS } from "../looks";
import { headers, link, stamped, text, type Grid, type Report } from "./summary-grid";

const TITLES = ["Fleet", "Machine", "Recommendation", "NPV ($)", "Over keeping ($)", "Runner-up", "Lead ($)", "Nearest flip (as of build)"];
const TEXT_COLUMNS = [0, 1, 2, 5, 7];
const PERCENT = 100;
const POINTS_PER_CHARACTER = 5.6;
const PADDING = 16;

/** The recommendation for each fleet with what would turn it, then the reasons and how near the network's relief is. */
export function decisionRows(grid: Grid, report: Report): void {
  const { book, plan, insights } = report;
  const [, ...widths] = summaryWidths(report);
  const length = Math.floor(widths.reduce((a, b) => a + b) / POINTS_PER_CHARACTER);
  grid.add(...headers(TITLES, TEXT_COLUMNS));
  plan.fleets.forEach(({ fleetId, machineName }, f) => {
    const own = `f${f + 1}`;
    grid.add(
      text(fleetId), text(machineName, "unit"), link(book.reference(`${own}ChosenLabel`), undefined, "linkText"),
      link(book.reference(`${own}ChosenNpv`), FORMATS.usd), link(book.reference(`coOver${f + 1}`), FORMATS.usd),
      link(book.reference(`${own}RunnerUpLabel`), undefined, "linkText"), link(book.reference(`coLead${f + 1}`), FORMATS.usd),
      stamped(nearestFlip(insights.fleets[f]!.flips), undefined, "computedText"),
    );
  });
  grid.add();
  grid.heading("Why (as of build)");
  for (const fleet of insights.fleets) paragraph(grid, length, fleet.fleetId, `${fleet.reason} ${thresholdsText(fleet)}`);
  paragraph(grid, length, "Relief clock", insights.reliefClock.sentence);
}

function paragraph(grid: Grid, length: number, label: string, sentence: string): void {
  linesOf(sentence, length).forEach((line, i) => grid.add(i === 0 ? text(label) : null, stamped(line, undefined, "computedText")));
}

function thresholdsText({ thresholds, thresholdsNote }: FleetInsight): string {
  if (!thresholds) return thresholdsNote;
  const [stop, restart, running] = [thresholds.stopUsdPhDay, thresholds.restartUsdPhDay, thresholds.staticUsdPhDay].map((value) => value.toFixed(1)) as [string, string, string];
  return `Stop below a hashprice of ${stop} $/PH/day, restart above ${restart}; running just pays at ${running}.`;
}

/** "BTC price -12.0% (69,040 $): Keep" */
function nearestFlip([nearest]: readonly Flip[]): string {
  if (!nearest) return "none within reach";
  const { input, unit, at, change, to } = nearest;
  return `${input} ${change > 0 ? "+" : ""}${(PERCENT * change).toFixed(1)}% (${at.toLocaleString("en-US", { maximumSignificantDigits: 4 })} ${unit}): ${to}`;
}

/** Columns as wide as their texts; whichever alternative the inputs make the best one, its name fits. */
export function summaryWidths({ plan: { fleets }, insights }: Report): number[] {
  const labels = fleets.flatMap(({ alternatives }) => alternatives.map(({ label }) => label));
  const wide = (least: number, texts: readonly string[]): number => Math.max(least, ...texts.map((each) => PADDING + each.length * POINTS_PER_CHARACTER));
  const label = wide(140, labels);
  return [
    wide(130, fleets.map(({ fleetId }) => fleetId)), wide(120, fleets.map(({ machineName }) => machineName)), label, 100, 110, label, 95,
    wide(180, insights.fleets.map(({ flips }) => nearestFlip(flips))),
  ];
}

/** A text in lines of at most so many characters, broken between words. */
export function linesOf(sentence: string, length: number): string[] {
  const lines: string[] = [];
  for (const word of sentence.split(" ")) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + 1 + word.length <= length) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}
