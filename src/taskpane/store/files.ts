import { readPriceCsv } from "../../planning/portfolio/price-csv";
import { valueAt, withValue, type Draft } from "./draft";

/** Files chosen for a portfolio, as a document or as a sentence that says why there is none. */
export type FileReading = { readonly draft: Draft; readonly name: string; readonly wrong?: undefined } | { readonly wrong: string };

/** A file that can be read: a browser's File is one. */
export interface GivenFile {
  readonly name: string;
  text(): Promise<string>;
}

/** A portfolio from a JSON file and the CSV files beside it; prices of the CSV files are taken into the document. */
export async function readFiles(files: readonly GivenFile[]): Promise<FileReading> {
  const documents = files.filter(({ name }) => /\.json$/i.test(name));
  const [file] = documents;
  if (!file || documents.length > 1) return { wrong: `${documents.length === 0 ? "None" : "More than one"} of the chosen files is a portfolio (.json). Choose one, and with it the CSV files of hourly prices that it names.` };
  const csv = new Map(await Promise.all(files.filter((each) => each !== file).map(async (each) => [each.name, await each.text()] as const)));
  let document: unknown;
  try {
    document = JSON.parse((await file.text()).replace(/^\uFEFF/, ""));
  } catch (error) {
    return { wrong: `${file.name} is not JSON: ${error instanceof Error ? error.message : String(error)}. Choose a portfolio file that was exported here, or one that npm run plan reads.` };
  }
  if (typeof document !== "object" || document === null || Array.isArray(document)) return { wrong: `${file.name} holds no portfolio: it begins with no object. Choose a portfolio file that was exported here.` };
  return { draft: withSeries(document as Draft, csv), name: file.name };
}

/** The document with the values of CSV files in place of their names, where the files were given and can be read. */
export function withSeries(draft: Draft, csv: ReadonlyMap<string, string>): Draft {
  const series = valueAt(draft, ["priceSeries"]);
  if (!Array.isArray(series)) return draft;
  return withValue(draft, ["priceSeries"], series.map((each: unknown) => {
    const file = valueAt(each, ["csvFile"]);
    const text = typeof file === "string" && valueAt(each, ["valuesUsdKwh"]) === undefined ? csv.get(file) : undefined;
    const read = text === undefined ? undefined : readPriceCsv(text);
    return read && "valuesUsdKwh" in read ? withValue(withValue(each, ["csvFile"], undefined), ["valuesUsdKwh"], read.valuesUsdKwh) : each;
  }));
}

/** The document as the text of a file. */
export function fileText(draft: Draft): string {
  return `${JSON.stringify(draft, null, 2)}\n`;
}

/** "20 MW of S19.json": the portfolio's name without what file names may not hold. */
export function fileName(draft: Draft): string {
  const name = valueAt(draft, ["name"]);
  const plain = (typeof name === "string" ? name : "").replace(/[\\/:*?"<>|\p{Cc}]+/gu, "-").trim().slice(0, 80);
  return `${plain === "" ? "portfolio" : plain}.json`;
}
