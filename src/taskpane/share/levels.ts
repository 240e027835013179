import type { ShareLevel } from "../../xlsx/share";

export interface LevelChoice {
  readonly level: ShareLevel;
  readonly label: string;
  /** what the recipient needs, and gets */
  readonly sentence: string;
  /** in the name of the copy */
  readonly word: string;
}

/** From the recipient who needs least to the one who needs Hashplan. */
export const LEVELS: readonly LevelChoice[] = [
  { level: "page", label: "Pages for a PDF", sentence: "The recipient needs nothing but paper or a PDF reader: values, every sheet set up in landscape, as wide as the page.", word: "pages" },
  { level: "values", label: "Frozen values", sentence: "The recipient needs any spreadsheet program or preview: cells that call Hashplan are numbers that stay as they are.", word: "values" },
  { level: "native", label: "Native formulas", sentence: "The recipient needs Excel or LibreOffice and can change inputs: each call of Hashplan becomes a plain formula where there is one, and a value elsewhere.", word: "native formulas" },
  { level: "live", label: "Live functions", sentence: "The recipient needs Excel with Hashplan; without it, cells that call Hashplan keep their results until something recalculates.", word: "live" },
];

export const DEFAULT_LEVEL: ShareLevel = "native";

/** The name of a copy: "Plan 2027 (values).xlsx". */
export function copyName(workbook: string, level: ShareLevel): string {
  const base = workbook.replace(/\.[A-Za-z]{3,4}$/, "").replace(/[\\/:*?"<>|\p{Cc}]+/gu, "-").trim().slice(0, 100);
  return `${base === "" ? "Workbook" : base} (${LEVELS.find((each) => each.level === level)!.word}).xlsx`;
}
