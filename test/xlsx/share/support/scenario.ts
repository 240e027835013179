import { mine } from "./shared";

// One small workbook for every writer: inputs, calls, cells that use them, and a second sheet. Formulas are without "=".

export type ScenarioCell = { readonly address: string; readonly value: string | number; readonly formula?: string };

export interface ScenarioSheet {
  readonly name: string;
  readonly cells: readonly ScenarioCell[];
}

const cost = (efficiency: unknown, price: unknown): number => mine("HASHCOST", efficiency, price);
const ROWS = [11, 12, 13, 14, 15, 16];
const efficiencyIn = (row: number): number => row + 4.5;

const own = cost(20, 0.05);
const machine = cost("S21 XP", 0.05);
const efficiency = mine("ASIC", "S21", "efficiency");
const breakeven = mine("BREAKEVEN", "power", 45, 20);
const total = (own + machine + efficiency + breakeven) * 2;
const column = ROWS.map((row) => cost(efficiencyIn(row), 0.05));

export const SCENARIO: readonly ScenarioSheet[] = [
  {
    name: "Plan",
    cells: [
      { address: "A1", value: "Efficiency" }, { address: "B1", value: 20 }, { address: "A2", value: "Power price" }, { address: "B2", value: 0.05 }, { address: "A3", value: "Machine" }, { address: "B3", value: "S21 XP" },
      { address: "C1", formula: "_xldudf_MINE_HASHCOST(B1,B2)", value: own },
      { address: "C2", formula: "_xldudf_MINE_HASHCOST(B3,B2)", value: machine },
      { address: "C3", formula: '_xldudf_MINE_ASIC("S21","efficiency")', value: efficiency },
      { address: "C4", formula: '_xldudf_MINE_BREAKEVEN("power",45,B1)', value: breakeven },
      { address: "C5", formula: "SUM(C1:C4)*2", value: total },
      { address: "C6", formula: 'IF(C1>C2,"high","low")', value: own > machine ? "high" : "low" },
      { address: "C7", formula: "_xldudf_MINE_HASHCOST(B1,B2)+C1*2", value: own * 3 },
      { address: "A10", value: "J/TH" }, { address: "B10", value: "Cost" },
      ...ROWS.flatMap((row, i): ScenarioCell[] => [{ address: `A${row}`, value: efficiencyIn(row) }, { address: `B${row}`, formula: `_xldudf_MINE_HASHCOST(A${row},$B$2)`, value: column[i]! }]),
    ],
  },
  {
    name: "It's a sum",
    cells: [
      { address: "A1", formula: "Plan!C5+1", value: total + 1 },
      { address: "A2", formula: "SUM(Plan!B11:B16)", value: column.reduce((sum, each) => sum + each, 0) },
      { address: "A3", formula: "_xldudf_MINE_HASHCOST(Plan!B1,Plan!B2)", value: own },
      { address: "A4", value: "MINE is a word" },
    ],
  },
];
