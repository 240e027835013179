import type { LiveMarket } from "../../market/live";
import { defaultSnapshot } from "../../market/market";
import type { MarketFigures } from "../../model-sheets/market-history-sheet";
import { marketPath, type MarketScenario, type MarketStart } from "../../planning/portfolio";
import { excelSerial } from "../../units/dates";
import { valueAt, withValue, type Draft } from "../store";
import { shortTime } from "./shown";

/** The market that a plan begins with, as far as the fields are filled in. */
export type StartFigures = Partial<MarketStart>;

const NUMBERS = ["btcPriceUsd", "difficulty", "feesBtcPerBlock", "height"] as const;

/** The figures in use: the portfolio's, or the shipped ones where there is no portfolio. Fields that hold something else are left out. */
export function figuresInUse(draft: Draft | undefined): StartFigures {
  if (!draft) return defaultSnapshot();
  const start = valueAt(draft, ["market", "start"]);
  const texts = ["date", "source"].map((key) => [key, valueAt(start, [key])] as const).filter(([, value]) => typeof value === "string");
  const numbers = NUMBERS.map((key) => [key, valueAt(start, [key])] as const).filter(([, value]) => typeof value === "number" && Number.isFinite(value));
  return Object.fromEntries([...texts, ...numbers]);
}

const STEADY = { kind: "growth", growthMonthly: 0 } as const;
const NO_CHANGE: MarketScenario = { id: "steady", note: "", btcPrice: STEADY, fees: STEADY, difficulty: STEADY };

/** Hashprice of a day's figures, $/PH/day; undefined where one of them is missing. */
export function hashpriceOf(figures: StartFigures): number | undefined {
  const { date, btcPriceUsd, difficulty, feesBtcPerBlock, height } = figures;
  if (date === undefined || Number.isNaN(excelSerial(date)) || !btcPriceUsd || !difficulty || feesBtcPerBlock === undefined || height === undefined) return undefined;
  return marketPath({ start: { date, btcPriceUsd, difficulty, feesBtcPerBlock, height, source: "" } }, NO_CHANGE, 1).months[0]!.hashpriceUsdPhDay;
}

/** The portfolio with fetched figures in place of those it begins with. */
export function withMarket(draft: Draft, { date, time, btcPriceUsd, difficulty, feesBtcPerBlock, height, source }: LiveMarket): Draft {
  return withValue(draft, ["market", "start"], { date, btcPriceUsd, difficulty, feesBtcPerBlock, height, source: `${source}, ${shortTime(time)}` });
}

/** As the table of taken figures keeps them. */
export function tableFigures({ date, ...rest }: LiveMarket): MarketFigures {
  return { ...rest, date: excelSerial(date) };
}
