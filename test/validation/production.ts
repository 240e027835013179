import { csvRecords } from "../../src/units/csv-records";
import table from "../fixtures/production.csv";
import { combine, printed, type Figure } from "./figure";
import { mineNumber } from "./mine-number";
import { statedIn, type Field, type PublishedRow } from "./published-row";
import { meanSubsidyBtc } from "./subsidy";

const PH_PER_EH = 1000;

/** A month's coins of listed miners, computed by MINE.HASHVALUE from the operating hashrate they report. */
export function productionRows(): PublishedRow[] {
  return csvRecords(table).map((field) => ({
    file: "production",
    key: [field("company"), field("month"), `${field("btc_produced")} BTC`].filter((part) => part !== "").join(" · "),
    publisher: field("company"),
    ...producedAndModel(field),
    filledIn: "difficulty+fees",
    verdict: field("verdict"),
  }));
}

function producedAndModel(field: Field): { unit: string; published: Figure; computed: Figure } {
  const days = Number(field("days"));
  const subsidyBtc = meanSubsidyBtc(`${field("month")}-01`, days);
  const market = { difficulty: printed(field("difficulty_avg_used")), feesBtc: printed(field("fees_btc_per_block_avg_used")) };
  const btcPerEh = (x: { difficulty: number; feesBtc: number }): number => mineNumber("HASHVALUE", x.difficulty, subsidyBtc + x.feesBtc) * PH_PER_EH * days;
  const perEh = /publishes \d+ BTC per average EH\/s/.test(field("note"));
  // Where the company publishes coins per EH/s, the hashrate of the row was derived from it.
  if (perEh) return { unit: "BTC per EH/s", published: statedIn(field("note"), /publishes (\d+) BTC per/), computed: combine(market, btcPerEh) };
  const hashrateEhs = printed(field("avg_operating_hashrate_ehs"));
  return { unit: "BTC", published: printed(field("btc_produced")), computed: combine({ ...market, hashrateEhs }, (x) => x.hashrateEhs * btcPerEh(x)) };
}
