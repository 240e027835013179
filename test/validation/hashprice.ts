import { csvRecords } from "../../src/units/csv-records";
import dailyTable from "../fixtures/market-daily-2021-2022.csv";
import table from "../fixtures/hashprice.csv";
import { combine, exact, printed, type Figure } from "./figure";
import { mineNumber } from "./mine-number";
import { firstPrinted, type Field, type PublishedRow } from "./published-row";

/** Published hashprices, computed by MINE.HASHPRICE. */
export function hashpriceRows(): PublishedRow[] {
  return csvRecords(table).map((field) => {
    const filledIn = field("inputs_taken_from_our_dataset");
    return {
      file: "hashprice",
      key: [field("publisher"), field("date"), field("published_value"), field("unit"), ...basisOfFees(field)].filter((part) => part !== "").join(" · "),
      publisher: field("publisher"),
      unit: field("unit"),
      published: printed(field("published_value")),
      computed: /^\d{4}$/.test(field("date")) ? ofYear(field) : ofDay(field),
      filledIn: filledIn === "none" ? "" : filledIn,
      verdict: field("verdict"),
    };
  });
}

/** One dashboard states its fees twice, as a share and as BTC, with the same hashprice. */
function basisOfFees(field: Field): string[] {
  return field("publisher").includes("urlscan") ? [field("published_fee_share_pct") === "" ? "fees in BTC" : "fee share"] : [];
}

function ofDay(field: Field): Figure {
  const currency = field("unit") === "BTC/PH/day" ? "BTC" : "USD";
  const market = {
    priceUsd: firstPrinted(field, "published_price_usd", "price_used"),
    difficulty: firstPrinted(field, "published_difficulty", "difficulty_used"),
  };
  const subsidyBtc = Number(field("subsidy_btc"));
  const hashprice = (priceUsd: number, difficulty: number, feesBtc: number): number =>
    mineNumber("HASHPRICE", priceUsd, difficulty, subsidyBtc + feesBtc, 0, "PH", currency);
  if (field("published_fee_share_pct") !== "") {
    // The share is of the whole block reward.
    return combine({ ...market, feePct: printed(field("published_fee_share_pct")) }, (x) => hashprice(x.priceUsd, x.difficulty, (subsidyBtc * x.feePct) / (100 - x.feePct)));
  }
  return combine({ ...market, feesBtc: firstPrinted(field, "published_fees_btc_per_block", "fees_btc_per_block_used") }, (x) => hashprice(x.priceUsd, x.difficulty, x.feesBtc));
}

/** Mean or highest day of a year, from days of BRK/bitview.space as republished by SecretSatoshis; their rounding (below 1E-6) is left out. */
function ofYear(field: Field): Figure {
  const days = csvRecords(dailyTable).filter((day) => day("date_utc").startsWith(field("date"))).map((day) => {
    const [blocks, minedBtc] = [Number(day("blocks")), Number(day("subsidy_btc")) + Number(day("fees_btc"))];
    return mineNumber("HASHPRICE", Number(day("miner_revenue_usd")) / minedBtc, Number(day("difficulty_end_of_day")), minedBtc / blocks);
  });
  if (field("note").startsWith("yearly max")) return exact(Math.max(...days));
  if (field("note").startsWith("yearly avg")) return exact(days.reduce((sum, day) => sum + day, 0) / days.length);
  throw new Error(`What is "${field("note")}" of a year?`);
}
