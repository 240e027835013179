import { SECONDS_PER_DAY, TARGET_BLOCKS_PER_DAY } from "../../src/units/constants";
import { csvRecords } from "../../src/units/csv-records";
import table from "../fixtures/breakeven.csv";
import { combine, exact, printed, type Figure } from "./figure";
import { mineNumber } from "./mine-number";
import { statedIn, supposed, supposedIn, type Field, type PublishedRow } from "./published-row";
import { meanSubsidyBtc } from "./subsidy";

const TH_PER_PH = 1000;
const TH_PER_EH = 1e6;
const GH_PER_EH = 1e9;
const SECONDS_PER_HOUR = 3600;

/** Published breakevens, costs, coins per day and network figures, computed by the MINE functions for them. */
export function breakevenRows(): PublishedRow[] {
  return csvRecords(table).map((field) => {
    const filledIn = field("inputs_taken_from_our_dataset");
    const calculate = CALCULATIONS[field("kind")];
    if (!calculate) throw new Error(`breakeven.csv: there is no calculation for "${field("kind")}"`);
    const powerPrice = field("power_price_usd_per_kwh");
    return {
      file: "breakeven",
      key: [field("publisher"), field("date"), field("machine"), field("kind"), ...(powerPrice === "" ? [] : [`${powerPrice} $/kWh`])].filter((part) => part !== "").join(" · "),
      publisher: field("publisher"),
      unit: field("unit"),
      published: printed(field("published_output")),
      computed: calculate(field),
      filledIn: filledIn === "none" ? "" : filledIn,
      verdict: field("verdict"),
    };
  });
}

const CALCULATIONS: Readonly<Record<string, (field: Field) => Figure>> = {
  difficulty_from_bits: (field) => exact(difficultyOfBits(Number(field("machine").replace("bits ", "")))),

  network_hashrate: (field) => {
    const blockSeconds = SECONDS_PER_DAY / supposedIn(field("other_inputs"), /(\d+) blocks in 24h/).value;
    return combine({ difficulty: printed(field("difficulty")) }, (x) => GH_PER_EH * mineNumber("NETHASHRATE", x.difficulty, blockSeconds));
  },

  hours_per_block: (field) =>
    combine({ difficulty: printed(field("difficulty")), ...machine(field) }, (x) => (mineNumber("NETHASHRATE", x.difficulty, 1) * TH_PER_EH) / x.hashrateThs / SECONDS_PER_HOUR),

  btc_per_day: (field) =>
    combine({ ...network(field), ...reward(field), ...machine(field) }, (x) => (mineNumber("HASHVALUE", x.difficulty, x.rewardBtc) * x.hashrateThs) / TH_PER_PH),

  shutdown_price: (field) =>
    combine({ ...network(field), ...reward(field), ...efficiency(field), ...powerPrice(field), ...poolFee(field) }, (x) =>
      mineNumber("BREAKEVENPRICE", x.difficulty, x.rewardBtc, x.efficiencyJth, x.powerPriceUsdKwh, x.poolFee)),

  breakeven_difficulty: (field) =>
    combine({ priceUsd: supposed(field("btc_price_usd")), ...reward(field), ...efficiency(field), ...powerPrice(field) }, (x) =>
      mineNumber("BREAKEVENDIFFICULTY", x.priceUsd, x.rewardBtc, x.efficiencyJth, x.powerPriceUsdKwh)),

  breakeven_power: (field) => combine({ ...hashprice(field), ...efficiency(field) }, (x) => mineNumber("BREAKEVEN", "power", x.hashpriceUsdPhDay, x.efficiencyJth)),

  revenue_per_mwh: (field) => combine({ ...hashprice(field), ...efficiency(field) }, (x) => mineNumber("MARGIN", x.hashpriceUsdPhDay, x.efficiencyJth, 0, 0, 1, "$/MWh")),

  hashcost: (field) => combine({ ...efficiency(field), ...powerPrice(field) }, (x) => mineNumber("HASHCOST", x.efficiencyJth, x.powerPriceUsdKwh)),

  cost_per_btc: (field) =>
    combine({ ...network(field), ...reward(field), ...efficiency(field), ...powerPrice(field) }, (x) =>
      mineNumber("COSTPERBTC", mineNumber("HASHCOST", x.efficiencyJth, x.powerPriceUsdKwh), mineNumber("HASHVALUE", x.difficulty, x.rewardBtc))),
};

/** Difficulty of a header's compact target: the highest target (exponent 0x1d, mantissa 0xffff) over this one. Source: Bitcoin Wiki, "Difficulty". */
function difficultyOfBits(bits: number): number {
  const [exponent, mantissa] = [bits >>> 24, bits & 0xffffff];
  return (0xffff / mantissa) * 256 ** (0x1d - exponent);
}

/** The difficulty stated, or the one at which a supposed network hashrate keeps to 600 s a block. */
function network(field: Field): { difficulty: Figure } {
  if (field("difficulty") !== "") return { difficulty: printed(field("difficulty")) };
  return { difficulty: combine({ hashrateEhs: supposedIn(field("other_inputs"), /network (\d+) EH\/s/) }, (x) => mineNumber("DIFFICULTY", x.hashrateEhs)) };
}

/** A stated day's coins over 144 blocks, or subsidy plus fees; the subsidy is the protocol's on that day where the row has none. */
function reward(field: Field): { rewardBtc: Figure } {
  const other = field("other_inputs");
  if (/BTC total reward/.test(other)) return { rewardBtc: combine({ dayBtc: statedIn(other, /(\d+) BTC total reward/) }, (x) => x.dayBtc / TARGET_BLOCKS_PER_DAY) };
  const subsidyBtc = field("subsidy_btc") === "" ? meanSubsidyBtc(field("date"), 1) : Number(field("subsidy_btc"));
  if (/of subsidy/.test(other)) return { rewardBtc: combine({ feesPct: statedIn(other, /fees ([\d.]+)% of subsidy/) }, (x) => subsidyBtc * (1 + x.feesPct / 100)) };
  // "0" says that the publisher leaves fees out.
  const fees = field("fees_btc_per_block");
  return { rewardBtc: combine({ feesBtc: fees === "0" ? supposed(fees) : printed(fees) }, (x) => subsidyBtc + x.feesBtc) };
}

/** A nameplate or a supposed machine is what it is; a measured network average is rounded. */
function efficiency(field: Field): { efficiencyJth: Figure } {
  const stated = field("efficiency_j_per_th");
  if (field("machine") === "network fleet average") return { efficiencyJth: printed(stated) };
  if (field("power_w") === "") return { efficiencyJth: supposed(stated) };
  return { efficiencyJth: exact(mineNumber("EFFICIENCY", Number(field("power_w")), Number(field("hashrate_ths")))) };
}

function machine(field: Field): { hashrateThs: Figure } {
  return { hashrateThs: supposed(field("hashrate_ths")) };
}

/** Supposed by the publisher, unless converted from another currency and rounded. */
function powerPrice(field: Field): { powerPriceUsdKwh: Figure } {
  const text = field("power_price_usd_per_kwh");
  return { powerPriceUsdKwh: /CNY/.test(field("other_inputs")) ? printed(text) : supposed(text) };
}

function poolFee(field: Field): { poolFee: Figure } {
  const stated = /revenue_fees_rate (\d+)%/.exec(field("other_inputs"))?.[1];
  return { poolFee: exact(Number(stated ?? 0) / 100) };
}

/** The hashprice stated, or the one of the price, difficulty and fees stated. */
function hashprice(field: Field): { hashpriceUsdPhDay: Figure } {
  if (/hashprice/.test(field("other_inputs"))) return { hashpriceUsdPhDay: statedIn(field("other_inputs"), /hashprice \$?([\d.]+)/) };
  return {
    hashpriceUsdPhDay: combine({ priceUsd: printed(field("btc_price_usd")), ...network(field), ...reward(field) }, (x) => mineNumber("HASHPRICE", x.priceUsd, x.difficulty, x.rewardBtc)),
  };
}
