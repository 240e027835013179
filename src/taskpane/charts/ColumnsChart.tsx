import { scaleBand } from "d3-scale";
import type { ReactElement } from "react";
import { CategoryAxis, ValueAxis, valueAxis } from "./axes";
import { ChartFrame, type ChartTexts } from "./ChartFrame";
import { HEIGHT, MARGIN, useChartStyles, WIDTH } from "./looks";

interface Props extends ChartTexts {
  /** one for each value */
  readonly categories: readonly string[];
  readonly values: readonly number[];
  readonly tick: (value: number) => string;
}

/** A column for each month, up where money comes in and down where it goes out. */
export function ColumnsChart({ categories, values, tick, ...texts }: Props): ReactElement {
  const styles = useChartStyles();
  const y = valueAxis(values);
  const x = scaleBand<number>().domain([...categories.keys()]).range([MARGIN.left, WIDTH - MARGIN.right]).paddingInner(0.25);
  return (
    <ChartFrame {...texts} width={WIDTH} height={HEIGHT}>
      <ValueAxis axis={y} tick={tick} />
      {values.map((value, i) => (
        <rect key={categories[i]} x={x(i)} width={x.bandwidth()} y={Math.min(y(0), y(value))} height={Math.abs(y(value) - y(0))} className={value < 0 ? styles.less : styles.more}>
          <title>{`${categories[i]}: ${tick(value)}`}</title>
        </rect>
      ))}
      <CategoryAxis names={categories} at={(i) => x(i)! + (i === 0 ? 0 : i === categories.length - 1 ? x.bandwidth() : x.bandwidth() / 2)} />
    </ChartFrame>
  );
}
