import { checkPortfolio } from "./check";
import type { Portfolio } from "./document";
import { readPriceCsv } from "./price-csv";
import { misfit, missingField, unknownField, wrongKind, wrongValue, type Place, type PortfolioProblem } from "./problem";
import validate from "./portfolio.validator";
import { fieldOf } from "./schema";

/** The document, or everything that is wrong with it. */
export type PortfolioReading = { readonly portfolio: Portfolio; readonly problems?: undefined } | { readonly portfolio?: undefined; readonly problems: readonly PortfolioProblem[] };

/** The text of a CSV file beside the document, or undefined where there is none of that name. */
export type ReadCsv = (file: string) => string | undefined;

/**
 * Reads a portfolio from the text of a JSON file.
 * @param readCsv where hourly series in CSV files come from; without it a document that names one is refused
 */
export function readPortfolioText(text: string, readCsv?: ReadCsv): PortfolioReading {
  let document: unknown;
  try {
    document = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { problems: [{ path: "", value: undefined, rule: "JSON", message: `The file is not JSON: ${reason}.` }] };
  }
  return readPortfolio(document, readCsv);
}

/**
 * Reads a portfolio: holds it against the schema, fills in defaults, loads CSV series, and checks that everything fits
 * together. What is given is not changed.
 */
export function readPortfolio(given: unknown, readCsv?: ReadCsv): PortfolioReading {
  const document = structuredClone(given);
  if (!validate(document)) return { problems: schemaProblems(given) };
  const portfolio = document as Portfolio;
  const problems = [...loadSeries(portfolio, readCsv)];
  problems.push(...checkPortfolio(portfolio));
  return problems.length > 0 ? { problems } : { portfolio };
}

/** What ajv found, each place once, in the order found. */
function schemaProblems(document: unknown): PortfolioProblem[] {
  const problems = new Map<string, PortfolioProblem>();
  for (const { instancePath, keyword, params } of validate.errors ?? []) {
    const place = placeOf(document, instancePath);
    const missing = params["missingProperty"] as string;
    // Said by the discriminator as well, and better.
    if (keyword === "required" && missing === "kind") continue;
    const found = keyword === "required" ? missingField(document, [...place, missing])
      : keyword === "additionalProperties" ? unknownField(document, [...place, params["additionalProperty"] as string])
      : keyword === "discriminator" ? wrongKind(document, place)
      : wrongValue(document, place);
    if (!problems.has(found.path)) problems.set(found.path, found);
  }
  return [...problems.values()];
}

/** ajv's JSON pointer as keys and list positions. */
function placeOf(document: unknown, pointer: string): Place {
  let value = document;
  return pointer.split("/").slice(1).map((part) => {
    const key = part.replaceAll("~1", "/").replaceAll("~0", "~");
    const step = Array.isArray(value) ? Number(key) : key;
    value = Array.isArray(value) ? (value as unknown[])[Number(key)] : fieldOf(value, key);
    return step;
  });
}

/** Puts the values of CSV files where the plan reads them. */
function loadSeries(portfolio: Portfolio, readCsv: ReadCsv | undefined): PortfolioProblem[] {
  return portfolio.priceSeries.flatMap((series, i) => {
    const loadable = series as { valuesUsdKwh?: readonly number[]; csvFile?: string };
    if (loadable.valuesUsdKwh !== undefined) return loadable.csvFile === undefined ? [] : [misfit(portfolio, ["priceSeries", i, "csvFile"], "be left out where the values are given")];
    if (loadable.csvFile === undefined) return [missingField(portfolio, ["priceSeries", i, "valuesUsdKwh"])];
    const text = readCsv?.(loadable.csvFile);
    if (text === undefined) return [misfit(portfolio, ["priceSeries", i, "csvFile"], "name a file beside the document that can be read")];
    const read = readPriceCsv(text);
    if ("wrong" in read) return [misfit(portfolio, ["priceSeries", i, "csvFile"], `name a file of hourly prices, but ${read.wrong}`)];
    loadable.valuesUsdKwh = read.valuesUsdKwh;
    return [];
  });
}
