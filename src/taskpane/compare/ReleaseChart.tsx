import { scaleLinear } from "d3-scale";
import type { ReactElement } from "react";
import { ChartFrame } from "../charts/ChartFrame";
import { useChartStyles, WIDTH } from "../charts/looks";
import { useSettings } from "../settings";
import { shortName, type ComparedRow } from "./columns";

const ROW = 20;
const BAR = 10;
const TOP = 16;
const LEFT = 116;
const RIGHT = 44;

/** Breakeven power price of each machine, oldest first, against the power price compared at. */
export function ReleaseChart({ rows, powerPriceUsdKwh }: { rows: readonly ComparedRow[]; powerPriceUsdKwh: number }): ReactElement {
  const styles = useChartStyles();
  const { powerPriceFigure, formatPowerPrice, settings: { powerUnit } } = useSettings();
  // Machines whose date no source tells stand last.
  const ordered = [...rows].sort((a, b) => (a.machine.released || "9").localeCompare(b.machine.released || "9") || b.figures.efficiencyJth - a.figures.efficiencyJth);
  const most = Math.max(powerPriceUsdKwh, ...ordered.map(({ figures }) => figures.breakevenPowerUsdKwh));
  const x = scaleLinear().domain([0, most > 0 ? most : 1]).range([LEFT, WIDTH - RIGHT]);
  const height = TOP + ordered.length * ROW + 4;
  const bearing = ordered.filter(({ figures }) => figures.breakevenPowerUsdKwh >= powerPriceUsdKwh).length;
  return (
    <ChartFrame
      title="Breakeven power price" unit={`${powerUnit}, by release`} width={WIDTH} height={height}
      description={`Breakeven power price of ${ordered.length} machines in order of release: ${bearing} bear ${formatPowerPrice(powerPriceUsdKwh)}, ${ordered.length - bearing} do not.`}
      legend={[{ name: "bears this power price", swatch: <Swatch className={styles.more} /> }, { name: "does not", swatch: <Swatch className={styles.less} /> }]}
      table={{ columns: ["Machine", "Released", powerUnit], rows: ordered.map(({ machine, figures }) => ({ name: shortName(machine), cells: [machine.released || "not known", powerPriceFigure(figures.breakevenPowerUsdKwh)] })) }}
    >
      {ordered.map(({ machine, figures }, i) => {
        const y = TOP + i * ROW;
        const end = x(Math.max(0, figures.breakevenPowerUsdKwh));
        return (
          <g key={`${machine.name} ${machine.setting}`}>
            <text x={0} y={y + BAR} className={styles.text}>{machine.released.slice(0, 4) || "–"}</text>
            <text x={30} y={y + BAR} className={styles.text}>{fitting(shortName(machine))}</text>
            <rect x={LEFT} width={Math.max(0, end - LEFT)} y={y} height={BAR} className={figures.breakevenPowerUsdKwh >= powerPriceUsdKwh ? styles.more : styles.less} />
            <text x={Math.max(end, powerPriceUsdKwh <= figures.breakevenPowerUsdKwh ? end : x(powerPriceUsdKwh)) + 3} y={y + BAR} className={styles.text}>{powerPriceFigure(figures.breakevenPowerUsdKwh)}</text>
          </g>
        );
      })}
      <line x1={x(powerPriceUsdKwh)} x2={x(powerPriceUsdKwh)} y1={TOP - 4} y2={height} className={styles.zero} />
      <text x={x(powerPriceUsdKwh)} y={9} textAnchor="middle" className={styles.text}>{formatPowerPrice(powerPriceUsdKwh)}</text>
    </ChartFrame>
  );
}

/** Longer names would run into the bars; the table has them in full. */
function fitting(name: string): string {
  return name.length <= 14 ? name : `${name.slice(0, 13)}…`;
}

function Swatch({ className }: { className: string }): ReactElement {
  const { swatch } = useChartStyles();
  return <svg className={swatch} aria-hidden="true"><rect width="10" height="10" className={className} /></svg>;
}
