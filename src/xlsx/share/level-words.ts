import type { ShareLevel } from "./record";

/** What was asked for, and what whoever opens the copy should know. */
interface LevelWords {
  readonly asked: string;
  readonly lines: readonly string[];
}

const CALLS = "formulas that called Hashplan's functions";

/** What the cover says of each level. */
export const LEVEL_WORDS: Readonly<Record<ShareLevel, LevelWords>> = {
  page: {
    asked: "pages to print",
    lines: [`This workbook needs no add-in: ${CALLS} hold their values. Every sheet is set up to print, in landscape and as wide as the page.`],
  },
  values: { asked: "values", lines: [`This workbook needs no add-in: ${CALLS} hold their values.`] },
  native: { asked: "native formulas where there are any", lines: [`This workbook needs no add-in: ${CALLS} are native formulas, or hold their values.`] },
  live: {
    asked: "live functions",
    lines: [
      "Formulas of this workbook call Hashplan's functions, and whoever calculates it needs the add-in.",
      "To read it, nothing is needed: the results are in the file, but for cells that the list below says have none. In Protected View and in viewers without the add-in they stay as they are until something recalculates; then the cells listed below show #NAME?.",
      "To calculate: Excel on the web, or Excel 2021, 2024 or Microsoft 365 on Windows or Mac; add Hashplan, open it once, then recalculate (Ctrl+Alt+F9). LibreOffice and tablets without the add-in cannot calculate these cells.",
      "Other versions of engine, catalog or market history than those below may give other results.",
    ],
  },
};
