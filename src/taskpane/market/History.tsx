import { Dropdown, Field, Option, Subtitle2 } from "@fluentui/react-components";
import { useState, type ReactElement } from "react";
import { defaultSnapshot, marketMonths, type MarketMonth } from "../../market/market";
import { LinesChart } from "../charts";
import { useSettings, type Formats } from "../settings";
import { difficulty, hashprice, monthName, price, tick } from "./shown";
import { useMarketStyles } from "./styles";

interface Measure {
  readonly name: string;
  readonly unit: (formats: Formats) => string;
  readonly of: (month: MarketMonth) => number | undefined;
  readonly show: (value: number, formats: Formats) => string;
  /** as the axis counts */
  readonly drawn?: (value: number, formats: Formats) => number;
}

const MEASURES: readonly Measure[] = [
  { name: "Hashprice", unit: ({ unitFor }) => `${unitFor("$/PH/day")}, mean of the month`, of: ({ hashpriceAverageUsdPhDay }) => hashpriceAverageUsdPhDay, show: hashprice, drawn: (value, { toShown }) => toShown(value, "$/PH/day") },
  { name: "Difficulty", unit: () => "at the end of the month", of: ({ difficultyMonthEnd }) => difficultyMonthEnd, show: difficulty },
  { name: "BTC price", unit: () => "$, mean of the month", of: ({ btcPriceAverageUsd }) => btcPriceAverageUsd, show: price },
];

const PERIODS: Readonly<Record<string, number>> = { "1 year": 13, "3 years": 37, "5 years": 61, "All since 2010": Infinity };
const MISSING = "—";

/** The shipped history of hashprice, difficulty and price. */
export function History(): ReactElement {
  const styles = useMarketStyles();
  const formats = useSettings();
  const [period, setPeriod] = useState("3 years");
  const priced = marketMonths().filter(({ hashpriceAverageUsdPhDay }) => hashpriceAverageUsdPhDay !== undefined);
  const months = priced.slice(-Math.min(PERIODS[period]!, priced.length));
  const names = months.map(({ month }) => monthName(month));
  const { date, source } = defaultSnapshot();
  return (
    <section className={styles.section} aria-label="History">
      <Subtitle2 as="h2" className={styles.heading}>History</Subtitle2>
      <Field label="Period" orientation="horizontal">
        <Dropdown className={styles.control} value={period} selectedOptions={[period]} onOptionSelect={(_, { optionValue }) => setPeriod(optionValue ?? period)}>
          {Object.keys(PERIODS).map((name) => <Option key={name}>{name}</Option>)}
        </Dropdown>
      </Field>
      {MEASURES.map(({ name, unit, of, show, drawn = (value) => value }) => {
        const values = months.map((month) => of(month) ?? NaN);
        const shown = values.map((value) => (Number.isNaN(value) ? MISSING : show(value, formats)));
        return (
          <LinesChart
            key={name} title={name} unit={unit(formats)} description={described(name, names, values, shown)} ratios
            categories={names} lines={[{ name, values: values.map((value) => drawn(value, formats)) }]} tick={tick}
            table={{ columns: ["Month", name], rows: names.map((month, i) => ({ name: month, cells: [shown[i]!] })).reverse() }}
          />
        );
      })}
      <p className={styles.small}>Shipped with Hashplan, up to {date}{months.at(-1)?.complete === false ? "; the last month is not complete" : ""}. Source: {source}.</p>
    </section>
  );
}

/** "Hashprice: 61.20 in Aug 2023, 32.32 in Aug 2026; lowest 28.01 in …, highest … in …" */
function described(name: string, months: readonly string[], values: readonly number[], shown: readonly string[]): string {
  const known = values.flatMap((value, i) => (Number.isNaN(value) ? [] : [{ value, text: `${shown[i]!} in ${months[i]!}` }]));
  const sorted = [...known].sort((a, b) => a.value - b.value);
  return `${name}: ${known[0]!.text}, ${known.at(-1)!.text}; lowest ${sorted[0]!.text}, highest ${sorted.at(-1)!.text}. The figures are in the table below.`;
}
