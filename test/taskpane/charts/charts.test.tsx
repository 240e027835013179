/** @jest-environment jsdom */
import { cleanup, render, screen, within } from "@testing-library/react";
import { ColumnsChart, LinesChart, TornadoChart } from "../../../src/taskpane/charts";

afterEach(cleanup);

const texts = { title: "Cash", unit: "M$", description: "Cash from 1 to 3.", table: { columns: ["Month", "M$"], rows: [{ name: "start", cells: ["1.00"] }, { name: "Sep 2026", cells: ["−3.00"] }] } };
const tick = (value: number): string => `${value}`;
const figures = (): HTMLElement[] => within(screen.getByRole("region", { name: "Cash, figures", hidden: true })).getAllByRole("row", { hidden: true });
const attributes = (selector: string, name: string): number[] => [...document.querySelectorAll(`svg[role=img] ${selector}`)].map((each) => Number(each.getAttribute(name)));

test("lines: read out by their description, with the figures in a table and a legend where there are several", () => {
  render(<LinesChart {...texts} categories={["start", "Sep 2026", "Oct 2026"]} lines={[{ name: "Cash", values: [1, -3, NaN] }, { name: "Debt", values: [2, 2, 2] }]} tick={tick} />);
  expect(screen.getByRole("img", { name: "Cash from 1 to 3." })).toBeTruthy();
  expect(figures().map(({ textContent }) => textContent)).toEqual(["MonthM$", "start1.00", "Sep 2026−3.00"]);
  expect(screen.getAllByRole("listitem").map(({ textContent }) => textContent)).toEqual(["Cash", "Debt"]);
  const paths = [...document.querySelectorAll("svg[role=img] path")].map((path) => path.getAttribute("d") ?? "");
  expect(paths).toHaveLength(2);
  for (const d of paths) expect(d).not.toContain("NaN");
  const ends = /^M([\d.]+),([\d.]+)L([\d.]+),([\d.]+)$/.exec(paths[0]!)!.slice(1).map(Number);
  expect(ends[3]).toBeGreaterThan(ends[1]!);
});

test("a line that never moves has an axis too", () => {
  render(<LinesChart {...texts} categories={["a", "b"]} lines={[{ name: "Cash", values: [0, 0] }]} tick={tick} dots zero={false} today={1} />);
  expect(attributes("circle", "cy").every(Number.isFinite)).toBe(true);
  expect(document.querySelectorAll("svg[role=img] text").length).toBeGreaterThan(2);
});

test("columns: up from zero where money comes in, down where it goes out", () => {
  render(<ColumnsChart {...texts} categories={["start", "Sep 2026"]} values={[-18, 2]} tick={tick} />);
  const [[down, up], [fall, rise]] = [attributes("rect", "y"), attributes("rect", "height")] as [[number, number], [number, number]];
  expect(Math.abs(up + rise - down)).toBeLessThan(1e-9);
  expect(Math.abs(fall / rise - 9)).toBeLessThan(1e-9);
  expect([...document.querySelectorAll("rect")].map(({ textContent }) => textContent)).toEqual(["start: -18", "Sep 2026: 2"]);
});

test("tornado: bars around the figure as it is; where both go one way they share the height", () => {
  render(<TornadoChart {...texts} base={10} bars={[{ name: "BTC price", low: 4, high: 14 }, { name: "Volatility", low: 12, high: 11 }, { name: "Gone", low: NaN, high: 10 }]} names={["less", "more"]} tick={tick} />);
  const [x, width, height] = [attributes("rect", "x"), attributes("rect", "width"), attributes("rect", "height")];
  expect(x).toHaveLength(4);
  expect(Math.abs(x[0]! + width[0]! - x[1]!)).toBeLessThan(1e-9);
  expect(Math.abs(width[0]! / width[1]! - 1.5)).toBeLessThan(1e-9);
  expect(height[2]).toBe(height[0]! / 2);
  expect(screen.getByText("as planned: 10")).toBeTruthy();
  expect([...document.querySelectorAll("svg[role=img] text")].map(({ textContent }) => textContent)).toEqual(["BTC price", "4", "14", "Volatility", "12", "Gone", "as planned: 10"]);
});
