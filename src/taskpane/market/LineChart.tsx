import { makeStyles, tokens } from "@fluentui/react-components";
import { scaleLinear, scaleLog } from "d3-scale";
import { line as linePath } from "d3-shape";
import type { ReactElement } from "react";
import { tick } from "./shown";

export interface ChartLine {
  readonly name: string;
  /** as many as the chart has categories; undefined where there is no figure */
  readonly values: readonly (number | undefined)[];
}

interface Props {
  /** read out in place of the drawing */
  readonly description: string;
  /** under the axis, from left to right */
  readonly categories: readonly string[];
  readonly lines: readonly ChartLine[];
}

const SIZE = { width: 320, height: 150 } as const;
const MARGIN = { top: 8, right: 10, bottom: 22, left: 42 } as const;
const TICKS = 4;
/** Where the largest figure is so many times the smallest, only equal ratios can be seen. */
const LOGARITHMIC_FROM = 30;

const STROKES = [tokens.colorPaletteBlueBorderActive, tokens.colorPalettePumpkinBorderActive, tokens.colorPaletteForestBorderActive, tokens.colorPaletteGrapeBorderActive, tokens.colorPaletteCranberryBorderActive, tokens.colorPaletteTealBorderActive];
/** Lines are told apart without color as well. */
const DASHES = ["none", "6 3", "2 3", "9 3 2 3", "1 2", "12 4"];

const useStyles = makeStyles({
  chart: { display: "block", width: "100%", height: "auto", overflow: "visible" },
  text: { fontSize: "11px", fontFamily: tokens.fontFamilyBase, fill: tokens.colorNeutralForeground2, "@media (forced-colors: active)": { fill: "CanvasText" } },
  grid: { stroke: tokens.colorNeutralStroke2, strokeWidth: 1, "@media (forced-colors: active)": { stroke: "GrayText", strokeWidth: 0.5 } },
  line: { fill: "none", strokeWidth: 1.75, strokeLinejoin: "round", "@media (forced-colors: active)": { stroke: "CanvasText !important" } },
  legend: { display: "flex", flexWrap: "wrap", columnGap: tokens.spacingHorizontalL, rowGap: tokens.spacingVerticalXXS, listStyleType: "none", margin: 0, padding: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  entry: { display: "inline-flex", alignItems: "center", columnGap: tokens.spacingHorizontalXS, overflowWrap: "anywhere" },
});

/** Whether the chart of these lines counts in ratios. */
export function isLogarithmic(lines: readonly ChartLine[]): boolean {
  const values = lines.flatMap((each) => each.values).filter((value) => value !== undefined);
  const least = Math.min(...values);
  return least > 0 && Math.max(...values) / least >= LOGARITHMIC_FROM;
}

/** Lines over months, as wide as there is room. Readers get the description, and the figures in a table beside it. */
export function LineChart({ description, categories, lines }: Props): ReactElement {
  const styles = useStyles();
  const values = lines.flatMap((each) => each.values).filter((value) => value !== undefined);
  const logarithmic = isLogarithmic(lines);
  const extent: [number, number] = logarithmic ? [Math.min(...values), Math.max(...values)] : [0, Math.max(...values)];
  const y = (logarithmic ? scaleLog() : scaleLinear()).domain(extent).nice(logarithmic ? undefined : TICKS).range([SIZE.height - MARGIN.bottom, MARGIN.top]);
  const x = scaleLinear().domain([0, Math.max(categories.length - 1, 1)]).range([MARGIN.left, SIZE.width - MARGIN.right]);
  const path = linePath<number | undefined>().defined((value) => value !== undefined).x((_, i) => x(i)).y((value) => y(value!));
  return (
    <>
      <svg viewBox={`0 0 ${SIZE.width} ${SIZE.height}`} role="img" aria-label={description} className={styles.chart}>
        {valueTicks(y, logarithmic).map((value) => (
          <g key={value}>
            <line x1={MARGIN.left} x2={SIZE.width - MARGIN.right} y1={y(value)} y2={y(value)} className={styles.grid} />
            <text x={MARGIN.left - 6} y={y(value)} dy="0.35em" textAnchor="end" className={styles.text}>{tick(value)}</text>
          </g>
        ))}
        {categoryTicks(categories.length).map((i, n, all) => (
          <text key={i} x={x(i)} y={SIZE.height - 6} textAnchor={n === 0 ? "start" : n === all.length - 1 ? "end" : "middle"} className={styles.text}>{categories[i]}</text>
        ))}
        {lines.map(({ name, values: each }, i) => <path key={name} d={path(each) ?? undefined} className={styles.line} style={lookOf(i)} />)}
      </svg>
      {lines.length > 1 && (
        <ul className={styles.legend}>
          {lines.map(({ name }, i) => (
            <li key={name} className={styles.entry}>
              <svg width="24" height="8" aria-hidden="true"><line x1="0" x2="24" y1="4" y2="4" className={styles.line} style={lookOf(i)} /></svg>
              {name}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function lookOf(index: number): { stroke: string; strokeDasharray: string } {
  return { stroke: STROKES[index % STROKES.length]!, strokeDasharray: DASHES[index % DASHES.length]! };
}

/** A handful of round values; powers of ten where the axis counts in ratios. */
function valueTicks(y: { ticks(count: number): number[] }, logarithmic: boolean): readonly number[] {
  if (!logarithmic) return y.ticks(TICKS);
  const powers = y.ticks(TICKS).filter((value) => Number.isInteger(Math.round(Math.log10(value) * 1e9) / 1e9));
  const step = Math.ceil(powers.length / (TICKS + 1));
  return powers.filter((_, i) => i % step === 0);
}

/** First, middle and last. */
function categoryTicks(count: number): readonly number[] {
  return [...new Set([0, Math.floor((count - 1) / 2), count - 1])].filter((i) => i >= 0);
}
