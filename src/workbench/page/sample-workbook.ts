// The workbook that the workbench opens with: the network's state on one day and a comparison of six machines,
// computed by the add-in's functions alone.
import type { CellArea, CellFormat, CellInput, SheetStore } from "../host";

export const SAMPLE_SHEET = "Comparison";

/**
 * Bitcoin network, 2026-08-21 (UTC day): closing price, end-of-day difficulty, fees per block.
 * Height: last retarget 961,632 (2026-08-08) plus the blocks counted since, within 24 blocks.
 */
const MARKET = {
  dateSerial: 46_255,
  priceUsd: 78_456.69,
  difficulty: 127_479_855_693_691.4,
  feesBtcPerBlock: 0.03546574,
  height: 963_536,
  source: "BRK/bitview.space, as republished by SecretSatoshis, snapshot 2026-08-22",
} as const;

const MACHINES = ["Antminer S21 XP", "Antminer S21+ 235", "Antminer S21", "Whatsminer M60S", "Antminer S19 XP", "Antminer S19j Pro 104"];

const NAVY = "#1F3864";
const HEADING: CellFormat = { bold: true, fontColor: "#FFFFFF", fillColor: NAVY };
const COLUMN_HEADING: CellFormat = { bold: true, fillColor: "#E7EBF3", wrapText: true, horizontalAlignment: "Right", verticalAlignment: "Bottom", borders: { EdgeBottom: { style: "Continuous", color: NAVY, weight: "Thin" } } };
const INPUT: CellFormat = { fontColor: "#0000FF", fillColor: "#FFF9E0" };
const REMARK: CellFormat = { fontColor: "#595959" };
const UNIT: CellFormat = { ...REMARK, indentLevel: 1 };
const SIGNED = "#,##0.00;[Red]-#,##0.00";

interface Line {
  readonly label: string;
  readonly cell: number | string;
  readonly unit: string;
  readonly note?: string;
  readonly format: string;
}

/** Column headings and formulas of the comparison; `r` is the machine's row. */
const COLUMNS: readonly { readonly heading: string; readonly formula: (r: number) => string; readonly format: string }[] = [
  { heading: "Hashrate\nTH/s", formula: (r) => `=MINE.ASIC($A${r},"hashrate")`, format: "#,##0" },
  { heading: "Power\nW", formula: (r) => `=MINE.ASIC($A${r},"power")`, format: "#,##0" },
  { heading: "Efficiency\nJ/TH", formula: (r) => `=MINE.EFFICIENCY(C${r},B${r})`, format: "0.0" },
  { heading: "Hashcost\n$/PH/day", formula: (r) => `=MINE.HASHCOST(D${r},$B$17,$B$18)`, format: "#,##0.00" },
  { heading: "Margin\n$/PH/day", formula: (r) => `=MINE.MARGIN($B$13,D${r},$B$17,$B$19,$B$18)`, format: SIGNED },
  { heading: "Margin\n$/MWh", formula: (r) => `=MINE.MARGIN($B$13,D${r},$B$17,$B$19,$B$18,"$/MWh")`, format: SIGNED },
  { heading: "Breakeven\n$/kWh", formula: (r) => `=MINE.BREAKEVEN("power",$B$13,D${r},,$B$19,$B$18)`, format: "0.0000" },
  { heading: "Cost of 1 BTC\n$", formula: (r) => `=MINE.COSTPERBTC(E${r},MINE.HASHVALUE($B$7,$B$11,$B$19))`, format: "#,##0" },
];

const MARKET_LINES: readonly Line[] = [
  { label: "Day", cell: MARKET.dateSerial, unit: "UTC", note: `Source: ${MARKET.source}`, format: "yyyy-mm-dd" },
  { label: "Bitcoin price", cell: MARKET.priceUsd, unit: "$/BTC", format: "#,##0.00" },
  { label: "Network difficulty", cell: MARKET.difficulty, unit: "", format: "#,##0" },
  { label: "Fees per block", cell: MARKET.feesBtcPerBlock, unit: "BTC", format: "0.00000000" },
  { label: "Block height", cell: MARKET.height, unit: "blocks", note: "Last retarget 961,632 plus the blocks counted since; within 24 blocks", format: "#,##0" },
];

const NETWORK_LINES: readonly Line[] = [
  { label: "Subsidy", cell: "=MINE.SUBSIDY(B9)", unit: "BTC/block", format: "0.00000000" },
  { label: "Block reward", cell: "=MINE.BLOCKREWARD(B9,B8)", unit: "BTC/block", format: "0.00000000" },
  { label: "Network hashrate", cell: "=MINE.NETHASHRATE(B7)", unit: "EH/s", format: "#,##0.0" },
  { label: "Hashprice", cell: "=MINE.HASHPRICE(B6,B7,B11)", unit: "$/PH/day", format: "#,##0.00" },
  { label: "Hash value", cell: "=MINE.HASHVALUE(B7,B11)", unit: "BTC/PH/day", format: "0.00000000" },
];

const SITE_LINES: readonly Line[] = [
  { label: "Power price", cell: 0.055, unit: "$/kWh", format: "0.0000" },
  { label: "PUE", cell: 1.03, unit: "power drawn ÷ power of the machines", format: "0.00" },
  { label: "Pool fee", cell: 0.01, unit: "of revenue", format: "0.0%" },
];

const WIDTHS_POINTS = [132, 107, 71, 71, 71, 71, 71, 74, 80];
const TABLE_ROW = 21;

export function fillSampleWorkbook(store: SheetStore): void {
  const sheetId = store.activeSheetId();
  const area = (row: number, column: number, rows: number, columns: number): CellArea => ({ row, column, rows, columns });
  const put = (row: number, column: number, values: (number | string)[]) =>
    store.write(sheetId, area(row, column, 1, values.length), [values.map((value): CellInput => (typeof value === "string" && value.startsWith("=") ? { formula: value } : { value }))]);
  const look = (where: CellArea, format: CellFormat) => store.writeFormat(sheetId, where, format);
  const heading = (row: number, text: string, columns = WIDTHS_POINTS.length) => {
    put(row, 0, [text]);
    look(area(row, 0, 1, columns), HEADING);
  };
  const lines = (from: number, given: readonly Line[], inputs: boolean) => given.forEach(({ label, cell, unit, note, format }, index) => {
    const row = from + index;
    put(row, 0, [label, cell, unit, ...(note ? [note] : [])]);
    look(area(row, 1, 1, 1), { numberFormat: format, horizontalAlignment: "Right", ...(inputs ? INPUT : {}) });
    look(area(row, 2, 1, 2), UNIT);
  });

  WIDTHS_POINTS.forEach((width, column) => store.setColumnWidth(sheetId, column, 1, width));
  put(0, 0, ["Six machines at one site"]);
  look(area(0, 0, 1, 1), { bold: true, fontSize: 16, fontColor: NAVY });
  put(1, 0, ["Every black figure is computed by a MINE function. The blue ones are yours to change."]);
  look(area(1, 0, 1, 1), REMARK);
  heading(3, "Market");
  lines(4, MARKET_LINES, true);
  lines(9, NETWORK_LINES, false);
  heading(15, "Site");
  lines(16, SITE_LINES, true);
  heading(TABLE_ROW - 1, "Machines");
  put(TABLE_ROW, 0, ["Machine", ...COLUMNS.map((column) => column.heading)]);
  look(area(TABLE_ROW, 0, 1, WIDTHS_POINTS.length), COLUMN_HEADING);
  look(area(TABLE_ROW, 0, 1, 1), { horizontalAlignment: "Left" });
  store.setRowHeight(sheetId, TABLE_ROW, 1, 32);
  MACHINES.forEach((machine, index) => {
    const row = TABLE_ROW + 1 + index;
    put(row, 0, [machine, ...COLUMNS.map(({ formula }) => formula(row + 1))]);
    look(area(row, 0, 1, 1), INPUT);
    COLUMNS.forEach(({ format }, column) => look(area(row, 1 + column, 1, 1), { numberFormat: format, horizontalAlignment: "Right" }));
  });
  put(TABLE_ROW + 2 + MACHINES.length, 0, ["Nameplate figures of the add-in's catalog: =MINE.ASIC(machine, \"source\") names the publisher."]);
  look(area(TABLE_ROW + 2 + MACHINES.length, 0, 1, 1), REMARK);
  store.setGridlines(sheetId, false);
  store.select(sheetId, area(16, 1, 1, 1));
}
