import { Dropdown, Field, Option, Subtitle2 } from "@fluentui/react-components";
import { useState, type ReactElement } from "react";
import { defaultSnapshot, marketMonths, type MarketMonth } from "../../market/market";
import { isLogarithmic, LineChart } from "./LineChart";
import { MonthTable } from "./MonthTable";
import { difficulty, hashprice, monthName, price } from "./shown";
import { useMarketStyles } from "./styles";

const MEASURES: readonly { readonly name: string; readonly unit: string; readonly of: (month: MarketMonth) => number | undefined; readonly show: (value: number) => string }[] = [
  { name: "Hashprice", unit: "$/PH/day, mean of the month", of: ({ hashpriceAverageUsdPhDay }) => hashpriceAverageUsdPhDay, show: hashprice },
  { name: "Difficulty", unit: "at the end of the month", of: ({ difficultyMonthEnd }) => difficultyMonthEnd, show: difficulty },
  { name: "BTC price", unit: "$, mean of the month", of: ({ btcPriceAverageUsd }) => btcPriceAverageUsd, show: price },
];

const PERIODS: Readonly<Record<string, number>> = { "1 year": 13, "3 years": 37, "5 years": 61, "All since 2010": Infinity };
const MISSING = "—";

/** The shipped history of hashprice, difficulty and price. */
export function History(): ReactElement {
  const styles = useMarketStyles();
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
      {MEASURES.map(({ name, unit, of, show }) => {
        const values = months.map(of);
        const lines = [{ name, values }];
        return (
          <figure key={name} style={{ margin: 0 }}>
            <figcaption><strong>{name}</strong> <span className={styles.small}>{unit}{isLogarithmic(lines) ? ", logarithmic" : ""}</span></figcaption>
            <LineChart description={described(name, names, values, show)} categories={names} lines={lines} />
          </figure>
        );
      })}
      <MonthTable
        caption="History by month"
        columns={MEASURES.map(({ name }) => name)}
        rows={[...months].reverse().map((each) => ({ month: monthName(each.month), cells: MEASURES.map(({ of, show }) => shown(of(each), show)) }))}
      />
      <p className={styles.small}>Shipped with Hashplan, up to {date}{months.at(-1)?.complete === false ? "; the last month is not complete" : ""}. Source: {source}.</p>
    </section>
  );
}

/** "Hashprice: 61.20 in Aug 2023, 32.32 in Aug 2026; lowest 28.01 in …, highest … in …" */
function described(name: string, months: readonly string[], values: readonly (number | undefined)[], show: (value: number) => string): string {
  const known = values.flatMap((value, i) => (value === undefined ? [] : [{ value, month: months[i]! }]));
  const text = ({ value, month }: { value: number; month: string }): string => `${show(value)} in ${month}`;
  const sorted = [...known].sort((a, b) => a.value - b.value);
  return `${name}: ${text(known[0]!)}, ${text(known.at(-1)!)}; lowest ${text(sorted[0]!)}, highest ${text(sorted.at(-1)!)}. The figures are in the table below.`;
}

function shown(value: number | undefined, show: (value: number) => string): string {
  return value === undefined ? MISSING : show(value);
}
