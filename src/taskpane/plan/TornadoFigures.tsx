import type { ReactElement } from "react";
import type { Tornado } from "../../planning/portfolio/plan/sensitivity";
import { useSettings } from "../settings";
import { inputLabel, type Output } from "./outputs";
import { change, inputValue, type MoneyUnit } from "./shown";
import { usePlanStyles } from "./styles";
import { TORNADO_CHANGE } from "./useSensitivity";
import { WithCharts } from "./WithCharts";

/** Bars drawn; the table has them all. */
const MOST_BARS = 8;

/** Which inputs move a figure most, each moved down and up by the same share. */
export function TornadoFigures({ tornado: { base, bars }, output, unit }: { tornado: Tornado; output: Output; unit: MoneyUnit }): ReactElement {
  const styles = usePlanStyles();
  const formats = useSettings();
  const inputs = bars.map(({ input }) => input);
  const planned = output.of(base);
  const effect = (value: number): number => (Number.isFinite(value) ? Math.abs(value - planned) : 0);
  const all = bars
    .map(({ input, low, high, down, up }) => ({ input, name: inputLabel(input, inputs), low: output.of(low), high: output.of(high), down, up }))
    .sort((a, b) => Math.max(effect(b.low), effect(b.high)) - Math.max(effect(a.low), effect(a.high)));
  const moving = all.filter(({ low, high }) => Math.max(effect(low), effect(high)) >= 1);
  const still = all.filter((each) => !moving.includes(each));
  const share = `${TORNADO_CHANGE * 100} %`;
  const capped = moving.filter(({ up }) => up < TORNADO_CHANGE);
  if (moving.length === 0) return <p className={styles.text}>No input moves this figure when it is {share} more or less.</p>;
  return (
    <>
      <WithCharts>
        {({ TornadoChart }) => (
          <TornadoChart
            title={output.label} unit={`${unit.label}, each input ±${share}`} base={planned} bars={moving.slice(0, MOST_BARS)} names={[`${share} less of it`, `${share} more`]} tick={unit.show}
            description={`${output.label} is ${unit.show(planned)} ${unit.label} as planned. ${moving.slice(0, 3).map(({ name, low, high }) => `${name} moves it to ${unit.show(low)} or ${unit.show(high)}`).join("; ")}. The figures are in the table below.`}
            table={{ columns: ["Input", "Less", "More", "Today"], rows: all.map(({ name, input, low, high, down, up }) => ({ name, cells: [`${unit.show(low)} (${change(down)})`, `${unit.show(high)} (${change(up)})`, inputValue(input.today, input.unit, formats)] })) }}
          />
        )}
      </WithCharts>
      {capped.length > 0 && <p className={styles.small}>{capped.map(({ name, up }) => `${name} only ${change(up)}`).join(", ")}: more is not possible.</p>}
      {still.length > 0 && <p className={styles.small}>No effect: {still.map(({ name }) => name).join(", ")}.</p>}
    </>
  );
}
