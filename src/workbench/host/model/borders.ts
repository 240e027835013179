// Borders: Excel addresses the edges of a range, the store the edges of its cells.
import { color, oneOf } from "../arguments";
import { HostError } from "../errors";
import { hostObject, type HostObject, type ObjectType } from "../object-type";
import type { CellArea, CellFormat } from "../store";
import { commonFormat } from "./range-read";
import type { RangeState } from "./states";

type Edge = keyof NonNullable<CellFormat["borders"]>;
type Border = NonNullable<NonNullable<CellFormat["borders"]>[Edge]>;

const SIDES = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight", "InsideVertical", "InsideHorizontal"] as const;
type Side = (typeof SIDES)[number];

interface BorderState {
  readonly range: RangeState;
  readonly side: Side;
}

const NONE: Border = { style: "None", color: "#000000", weight: "Thin" };

/** The cells a side lies on, and which of their edges it is; null for an inside border of a single row or column. */
function location(side: Side, area: CellArea): { area: CellArea; edge: Edge } | null {
  switch (side) {
    case "EdgeTop":
      return { area: { ...area, rows: 1 }, edge: side };
    case "EdgeBottom":
      return { area: { ...area, row: area.row + area.rows - 1, rows: 1 }, edge: side };
    case "EdgeLeft":
      return { area: { ...area, columns: 1 }, edge: side };
    case "EdgeRight":
      return { area: { ...area, column: area.column + area.columns - 1, columns: 1 }, edge: side };
    case "InsideHorizontal":
      return area.rows > 1 ? { area: { ...area, rows: area.rows - 1 }, edge: "EdgeBottom" } : null;
    case "InsideVertical":
      return area.columns > 1 ? { area: { ...area, columns: area.columns - 1 }, edge: "EdgeRight" } : null;
  }
}

function read<K extends keyof Border>({ range, side }: BorderState, key: K): Border[K] | null {
  const at = location(side, range.area);
  return at ? commonFormat({ ...range, area: at.area }, (format) => (format.borders?.[at.edge] ?? NONE)[key]) : null;
}

/** A border that had no line gets a thin one when only its color or weight is set. */
function change({ range, side }: BorderState, patch: Partial<Border>): void {
  const at = location(side, range.area);
  if (!at) return;
  const { book, sheetId } = range;
  const before = book.store.readFormat(sheetId, at.area.row, at.area.column).borders?.[at.edge] ?? NONE;
  const line = patch.style ?? (before.style === "None" ? "Continuous" : before.style);
  book.store.writeFormat(sheetId, at.area, { borders: { [at.edge]: { ...before, ...patch, style: line } } });
}

export const borderType: ObjectType<BorderState> = {
  wire: "RangeBorder",
  scalars: {
    SideIndex: { since: "ExcelApi 1.1", read: ({ side }) => side },
    Style: { since: "ExcelApi 1.1", read: (self) => read(self, "style"), write: (self, value) => change(self, { style: oneOf(["None", "Continuous", "Double"], value) }) },
    Color: { since: "ExcelApi 1.1", read: (self) => read(self, "color"), write: (self, value) => change(self, { color: color(value) }) },
    Weight: { since: "ExcelApi 1.1", read: (self) => read(self, "weight"), write: (self, value) => change(self, { weight: oneOf(["Thin", "Medium", "Thick"], value) }) },
  },
};

function border(range: RangeState, side: Side): HostObject {
  return hostObject(borderType, { range, side });
}

export const borderCollectionType: ObjectType<RangeState> = {
  wire: "RangeBorderCollection",
  scalars: { Count: { since: "ExcelApi 1.1", read: () => SIDES.length } },
  methods: {
    GetItemAt: {
      since: "ExcelApi 1.1",
      call(self, [index]) {
        const side = SIDES[Number(index)];
        if (!side) throw new HostError("InvalidArgument");
        return border(self, side);
      },
    },
  },
  items: (self) => SIDES.map((side) => border(self, side)),
  item: (self, key) => border(self, oneOf(SIDES, key)),
};
