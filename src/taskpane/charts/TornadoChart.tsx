import { scaleLinear } from "d3-scale";
import type { ReactElement } from "react";
import { ChartFrame, type ChartTexts } from "./ChartFrame";
import { useChartStyles, WIDTH } from "./looks";

export interface ChartBar {
  readonly name: string;
  /** the figure with the input down, and with it up; NaN where there is none */
  readonly low: number;
  readonly high: number;
}

interface Props extends ChartTexts {
  /** the figure as it is */
  readonly base: number;
  /** widest first */
  readonly bars: readonly ChartBar[];
  /** "10 % less", "10 % more" */
  readonly names: readonly [low: string, high: string];
  readonly tick: (value: number) => string;
}

const ROW = 30;
const BAR = 11;
const TOP = 4;
const AXIS = 20;
const SIDE = 34;
/** Shorter bars are none. */
const SEEN = 0.5;

/** For each input a bar from the figure with less of it to the figure with more, around the figure as it is. */
export function TornadoChart({ base, bars, names, tick, ...texts }: Props): ReactElement {
  const styles = useChartStyles();
  const values = [base, ...bars.flatMap(({ low, high }) => [low, high])].filter(Number.isFinite);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const x = scaleLinear().domain(most > least ? [least, most] : [base - 1, base + 1]).range([SIDE, WIDTH - SIDE]);
  const height = TOP + bars.length * ROW + AXIS;
  const swatch = (name: "less" | "more"): ReactElement => <svg className={styles.swatch} aria-hidden="true"><rect width="10" height="10" className={styles[name]} /></svg>;
  return (
    <ChartFrame {...texts} width={WIDTH} height={height} legend={[{ name: names[0], swatch: swatch("less") }, { name: names[1], swatch: swatch("more") }]}>
      {bars.map(({ name, low, high }, i) => {
        const y = TOP + i * ROW;
        return (
          <g key={name}>
            <text x={0} y={y + 10} className={styles.text}>{name}</text>
            <Bars from={x(base)} low={x(low)} high={x(high)} y={y + 14} labels={[tick(low), tick(high)]} />
          </g>
        );
      })}
      <line x1={x(base)} x2={x(base)} y1={TOP + 12} y2={height - AXIS + 2} className={styles.zero} />
      <text x={x(base)} y={height - 5} textAnchor={x(base) < 60 ? "start" : x(base) > WIDTH - 60 ? "end" : "middle"} className={styles.text}>{`as planned: ${tick(base)}`}</text>
    </ChartFrame>
  );
}

/** Both ways from the middle; where both go the same way they share the height, and the longer one is labeled. */
function Bars({ from, low, high, y, labels }: { from: number; low: number; high: number; y: number; labels: readonly [string, string] }): ReactElement {
  const styles = useChartStyles();
  const [down, up] = [low - from, high - from].map((way) => (Number.isFinite(way) ? way : 0)) as [number, number];
  const shared = down * up > 0;
  const height = shared ? BAR / 2 : BAR;
  const bar = (way: number, top: number, className: string, label: string, labeled: boolean): ReactElement | false => Math.abs(way) >= SEEN && (
    <>
      <rect x={Math.min(from, from + way)} width={Math.abs(way)} y={top} height={height} className={className} />
      {labeled && <text x={from + way + (way < 0 ? -3 : 3)} y={y + BAR - 2} textAnchor={way < 0 ? "end" : "start"} className={styles.text}>{label}</text>}
    </>
  );
  return (
    <>
      {bar(down, y, styles.less, labels[0], !shared || Math.abs(down) >= Math.abs(up))}
      {bar(up, shared ? y + height : y, styles.more, labels[1], !shared || Math.abs(up) > Math.abs(down))}
    </>
  );
}
