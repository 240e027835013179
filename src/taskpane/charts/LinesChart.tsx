import { scaleLinear } from "d3-scale";
import { line as linePath } from "d3-shape";
import type { ReactElement } from "react";
import { CategoryAxis, isLogarithmic, ratioAxis, ValueAxis, valueAxis } from "./axes";
import { ChartFrame, type ChartTexts } from "./ChartFrame";
import { BASELINE, HEIGHT, lookOf, MARGIN, useChartStyles, WIDTH } from "./looks";

export interface ChartLine {
  readonly name: string;
  /** one for each category; NaN where there is none */
  readonly values: readonly number[];
}

interface Props extends ChartTexts {
  /** under the axis, from left to right */
  readonly categories: readonly string[];
  readonly lines: readonly ChartLine[];
  readonly tick: (value: number) => string;
  /** a category that is marked: where things are today */
  readonly today?: number;
  /** each figure as a point, where there are few */
  readonly dots?: boolean;
  /** whether the axis has to show zero */
  readonly zero?: boolean;
  /** whether the axis counts in ratios where the figures lie far apart; its unit then says so */
  readonly ratios?: boolean;
}

/** Lines over months, or over values of an input. */
export function LinesChart({ categories, lines, tick, today, dots = false, zero = true, ratios = false, unit, ...texts }: Props): ReactElement {
  const styles = useChartStyles();
  const all = lines.flatMap(({ values }) => values);
  const logarithmic = ratios && isLogarithmic(all);
  const y = logarithmic ? ratioAxis(all) : valueAxis(all, zero);
  const inset = dots ? 14 : 0;
  const x = scaleLinear().domain([0, Math.max(categories.length - 1, 1)]).range([MARGIN.left + inset, WIDTH - MARGIN.right - inset]);
  const path = linePath<number>().defined(Number.isFinite).x((_, i) => x(i)).y((value) => y(value));
  const legend = lines.map(({ name }, i) => ({ name, swatch: <svg width="24" height="8" aria-hidden="true" style={{ flexShrink: 0 }}><line x1="0" x2="24" y1="4" y2="4" className={styles.line} style={lookOf(i)} /></svg> }));
  return (
    <ChartFrame {...texts} unit={logarithmic ? `${unit}, logarithmic` : unit} width={WIDTH} height={HEIGHT} legend={legend}>
      <ValueAxis axis={y} tick={tick} />
      <CategoryAxis names={categories} at={x} />
      {today !== undefined && <line x1={x(today)} x2={x(today)} y1={MARGIN.top} y2={BASELINE} className={styles.today} />}
      {lines.map(({ name, values }, i) => (
        <g key={name} style={lookOf(i)}>
          <path d={path([...values]) ?? undefined} className={styles.line} />
          {dots && values.map((value, k) => Number.isFinite(value) && <circle key={categories[k]} cx={x(k)} cy={y(value)} r="2.5" className={styles.dot} />)}
        </g>
      ))}
    </ChartFrame>
  );
}
