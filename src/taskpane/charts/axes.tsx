import { scaleLinear, scaleLog, type ScaleLinear, type ScaleLogarithmic } from "d3-scale";
import type { ReactElement } from "react";
import { BASELINE, HEIGHT, MARGIN, TICKS, useChartStyles, WIDTH } from "./looks";

export type Axis = ScaleLinear<number, number> | ScaleLogarithmic<number, number>;

/** Where the largest figure is so many times the smallest, only equal ratios can be seen. */
const LOGARITHMIC_FROM = 30;

/** Whether an axis of these figures would have to count in ratios. */
export function isLogarithmic(values: readonly number[]): boolean {
  const finite = values.filter(Number.isFinite);
  const least = Math.min(...finite);
  return finite.length > 0 && least > 0 && Math.max(...finite) / least >= LOGARITHMIC_FROM;
}

/** From the lowest to the highest value, equal ratios as equal heights. */
export function ratioAxis(values: readonly number[]): Axis {
  const finite = values.filter(Number.isFinite);
  return scaleLog().domain([Math.min(...finite), Math.max(...finite)]).nice().range([BASELINE, MARGIN.top]);
}

/** From the lowest to the highest value; zero is always on it where `zero` asks for it, and where it is near. */
export function valueAxis(values: readonly number[], zero = true): Axis {
  const finite = values.filter(Number.isFinite);
  const [least, most] = [Math.min(...finite, ...(zero ? [0] : [])), Math.max(...finite, ...(zero ? [0] : []))];
  const room = most > least ? 0 : Math.max(1, Math.abs(most) * 0.1);
  return scaleLinear().domain([least - (zero && least === 0 ? 0 : room), most + room]).nice(TICKS).range([BASELINE, MARGIN.top]);
}

/** Lines at round values with their figures, and a firm one at zero. */
export function ValueAxis({ axis, tick }: { axis: Axis; tick: (value: number) => string }): ReactElement {
  const styles = useChartStyles();
  const ticks = "base" in axis ? powersOfTen(axis.ticks(TICKS)) : axis.ticks(TICKS);
  return (
    <>
      {ticks.map((value) => (
        <g key={value}>
          <line x1={MARGIN.left} x2={WIDTH - MARGIN.right} y1={axis(value)} y2={axis(value)} className={value === 0 ? styles.zero : styles.grid} />
          <text x={MARGIN.left - 6} y={axis(value)} dy="0.35em" textAnchor="end" className={styles.text}>{tick(value)}</text>
        </g>
      ))}
    </>
  );
}

function powersOfTen(ticks: readonly number[]): readonly number[] {
  const powers = ticks.filter((value) => Number.isInteger(Math.round(Math.log10(value) * 1e9) / 1e9));
  const step = Math.ceil(powers.length / (TICKS + 1));
  return powers.filter((_, i) => i % step === 0);
}

/** Names under the drawing: all where they are few, else first, middle and last. */
export function CategoryAxis({ names, at }: { names: readonly string[]; at: (index: number) => number }): ReactElement {
  const styles = useChartStyles();
  const last = names.length - 1;
  const shown = names.length <= 7 ? [...names.keys()] : [0, Math.floor(last / 2), last];
  return (
    <>
      {shown.map((i) => {
        const anchor = names.length <= 7 ? "middle" : i === 0 ? "start" : i === last ? "end" : "middle";
        return <text key={i} x={at(i)} y={HEIGHT - 6} textAnchor={anchor} className={styles.text}>{names[i]}</text>;
      })}
    </>
  );
}
