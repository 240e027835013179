import type { MachineComparison } from "../../planning/portfolio/compare";
import type { ComparedMachine } from "../../planning/portfolio/compare-machines";
import type { TermId } from "../glossary";
import type { Formats } from "../settings";

/** A machine with its figures. */
export interface ComparedRow {
  readonly machine: ComparedMachine;
  readonly figures: MachineComparison;
}

export type ColumnId = "name" | "breakevenPower" | "breakevenBtc" | "breakevenBtcAfter" | "hashcost" | "margin" | "marginMwh" | "price" | "payback" | "worth";

export interface Column {
  readonly id: ColumnId;
  readonly title: string;
  /** under the title */
  readonly unit: (formats: Formats) => string;
  readonly term?: TermId;
  /** to sort by; undefined comes last */
  readonly value: (row: ComparedRow) => number | string | undefined;
  readonly text: (row: ComparedRow, formats: Formats) => string;
  /** whether high figures come first when it is sorted by */
  readonly highFirst?: true;
}

export const NAME_COLUMN: Column = { id: "name", title: "Machine", unit: () => "", value: ({ machine }) => machine.name, text: ({ machine }) => machine.name };

const number = (value: number | undefined, text: (value: number) => string): string => (value === undefined ? "" : Number.isFinite(value) ? text(value) : "never");

/** What is compared, a few columns at a time: a pane is narrow. */
export const VIEWS: readonly { readonly id: string; readonly label: string; readonly columns: readonly Column[] }[] = [
  {
    id: "breakeven", label: "Breakeven",
    columns: [
      { id: "breakevenPower", title: "Power", unit: (f) => f.unitFor("$/kWh"), term: "breakeven", value: ({ figures }) => figures.breakevenPowerUsdKwh, text: ({ figures }, f) => f.powerPriceFigure(figures.breakevenPowerUsdKwh), highFirst: true },
      { id: "breakevenBtc", title: "BTC now", unit: () => "$", term: "breakeven", value: ({ figures }) => figures.breakevenBtcUsd, text: ({ figures }, f) => f.formatNumber(figures.breakevenBtcUsd) },
      { id: "breakevenBtcAfter", title: "BTC after", unit: () => "$", term: "after-adjustment", value: ({ figures }) => figures.breakevenBtcAfterUsd, text: ({ figures }, f) => f.formatNumber(figures.breakevenBtcAfterUsd) },
    ],
  },
  {
    id: "margin", label: "Margin",
    columns: [
      { id: "hashcost", title: "Hashcost", unit: (f) => f.unitFor("$/PH/day"), term: "hashcost", value: ({ figures }) => figures.hashcostUsdPhDay, text: ({ figures }, f) => f.hashpriceFigure(figures.hashcostUsdPhDay) },
      { id: "margin", title: "Margin", unit: (f) => f.unitFor("$/PH/day"), term: "margin", value: ({ figures }) => figures.marginUsdPhDay, text: ({ figures }, f) => f.hashpriceFigure(figures.marginUsdPhDay), highFirst: true },
      { id: "marginMwh", title: "Margin", unit: () => "$/MWh", term: "margin", value: ({ figures }) => figures.marginUsdMwh, text: ({ figures }, f) => f.formatNumber(figures.marginUsdMwh, 2), highFirst: true },
    ],
  },
  {
    id: "buying", label: "Buying",
    columns: [
      { id: "price", title: "Price", unit: () => "$/TH", term: "landed-cost", value: ({ machine }) => machine.priceUsdTh, text: ({ machine }, f) => number(machine.priceUsdTh, (value) => f.formatNumber(value, 2)) },
      { id: "payback", title: "Payback", unit: () => "days", term: "payback", value: ({ figures }) => figures.paybackDays, text: ({ figures }, f) => number(figures.paybackDays, (value) => f.formatNumber(value)) },
      { id: "worth", title: "Worth", unit: () => "$/TH", term: "worth", value: ({ figures }) => figures.worthUsdTh, text: ({ figures }, f) => number(figures.worthUsdTh, (value) => f.formatNumber(value, 2)), highFirst: true },
    ],
  },
];

export interface Sorting {
  readonly column: ColumnId;
  readonly descending: boolean;
}

const COLUMNS: readonly Column[] = [NAME_COLUMN, ...VIEWS.flatMap(({ columns }) => columns)];

/** The rows in order; what has no figure comes last either way. */
export function sorted(rows: readonly ComparedRow[], { column, descending }: Sorting): readonly ComparedRow[] {
  const { value } = COLUMNS.find(({ id }) => id === column)!;
  return [...rows].sort((a, b) => {
    const [x, y] = [value(a), value(b)];
    if (x === undefined || y === undefined) return Number(x === undefined) - Number(y === undefined);
    const order = typeof x === "string" || typeof y === "string" ? String(x).localeCompare(String(y), "en", { numeric: true }) : x === y ? 0 : x - y;
    return descending ? -order : order;
  });
}

/** "S19j Pro 104" of "Antminer S19j Pro 104 TH/s", with the setting where it is not stock. */
export function shortName({ name, setting }: Pick<ComparedMachine, "name" | "setting">): string {
  return `${name.replace(/^(Antminer|Whatsminer|Avalon) /, "").replace(/ TH\/s$/, "")}${setting === "stock" ? "" : ` at ${setting}`}`;
}
