import type { Look } from "../looks";
import type { Cell, Sheet } from "../workbook";
import { ALL_HOLD } from "./checks";
import { choosesTargets } from "./power-move-targets";
import { linesOf } from "./summary-decisions";
import { Grid, link, text, type Report } from "./summary-grid";

/** What a workbook is built from and with. */
export interface BuildFacts {
  readonly engineVersion: string;
  /** "2026-09-30 14:05 UTC" */
  readonly builtAt: string;
  readonly catalogModels: number;
  readonly catalogVersion: string;
  /** fingerprint of the document */
  readonly inputsHash: string;
}

/** A sheet of the workbook and what it is for, in one line. */
export interface SheetPurpose {
  readonly name: string;
  readonly purpose: string;
}

/** Characters of a line of the right column. */
const LINE_LENGTH = 125;

const COLORS: readonly { readonly look: Look; readonly meaning: string }[] = [
  { look: "input", meaning: "Input: change it, and every sheet recalculates" },
  { look: "constant", meaning: "Constant, or a choice the workbook is built around: a change has no effect until it is built again" },
  { look: "calculation", meaning: "Formula" },
  { look: "link", meaning: "Link: reads another sheet and does nothing else" },
  { look: "computed", meaning: "As of build: computed when the workbook was built; no formula follows it" },
];

const USE = [
  "Excel or LibreOffice is enough; no add-in is needed. Change blue cells on Inputs, read Summary and Company, look at Checks.",
  "The market scenario that decides is picked from a list in the table Assumptions on Inputs.",
  "What is as of build no longer fits once inputs have changed; Summary, Scenarios and Checks then say so. With the add-in, build again.",
  "How many sites, contracts, fleets, candidates, debts and hedges there are, and of what kind, is built in, and so are hourly prices and the network's response.",
];

/** Only where it is so. */
const CHOSEN_TARGETS = "Where fleets could move to is built in for the cheapest sites with room. Should an input make other sites the cheapest, the master check says so; then build again.";

const DISCLAIMER = "This workbook computes what follows from its inputs. It does not advise: whether the inputs fit, and what to do, is for the reader to judge. It is no offer and no recommendation to buy or sell anything.";

/** What this workbook is, from what and by what it was made, and how to use it. */
export function coverSheet({ portfolio }: Report, facts: BuildFacts, masterCheck: string, sheets: readonly SheetPurpose[], name: string): Sheet {
  const { start, scenarios, scenarioId } = portfolio.market;
  const grid = new Grid(2);
  const entry = (label: string, content: string): void => linesOf(content, LINE_LENGTH).forEach((line, i) => grid.add(i === 0 ? text(label) : null, text(line)));
  grid.add(text(portfolio.name, "title"));
  grid.add(text("A bitcoin miner's plan, month by month: what each fleet should do, what that is worth, and what the company then has.", "remark"));
  grid.add();
  grid.heading("State");
  const check = grid.add(text("Master check"), link(masterCheck, undefined, "linkText"));
  entry("Market date", `${start.date}, block ${start.height.toLocaleString("en-US")}`);
  entry("Market data", start.source === "" ? "Source not given" : start.source);
  entry("Scenarios", `${scenarios.map(({ id }) => id).join(", ")}; ${scenarioId} decided at the build`);
  entry("Machine catalog", `${facts.catalogVersion}, ${facts.catalogModels} models; those of this plan stand on Catalog, with their sources`);
  entry("Engine", facts.engineVersion);
  entry("Built", facts.builtAt);
  entry("Inputs at the build", facts.inputsHash);
  if (portfolio.note !== "") entry("Note", portfolio.note);
  grid.add();
  grid.heading("Sheets");
  for (const { name: sheet, purpose } of sheets) entry(sheet, purpose);
  grid.add();
  grid.heading("Colors");
  for (const { look, meaning } of COLORS) grid.add(sample(look), text(meaning, "note"));
  grid.add();
  grid.heading("How to use it");
  [...USE, ...(choosesTargets(portfolio) ? [CHOSEN_TARGETS] : [])].forEach((line, i) => entry(`${i + 1}`, line));
  grid.add();
  grid.heading("What it is not");
  entry("", DISCLAIMER);
  return {
    name, rows: grid.rows, tabColor: "#1F3864", columnWidths: [135, 590], freeze: { rows: 0, columns: 0 }, orientation: "portrait", charts: [], fitToOnePage: true,
    conditionalFormats: [{ address: `B${check}`, formula: `=$B$${check}<>"${ALL_HOLD}"`, fontColor: "#9C0006", fillColor: "#FFC7CE", bold: true }],
  };
}

/** What cells of a look are like. */
function sample(look: Look): Cell {
  return { content: "1,234", look };
}
