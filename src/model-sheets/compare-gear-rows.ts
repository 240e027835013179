import type { SiteGear } from "../planning/portfolio/compare-gears";
import type { InputBlock } from "./compare-inputs";
import { FORMATS } from "./looks";
import { formula, number, text } from "./summary-cells";
import type { Cell } from "./workbook";

const COLUMNS = ["Fleet and setting", "Machines", "adds TH/s", "adds W", "Fees, age", "Marginal", "Strike", "Power", "Sum", "Runs", "State"];
const UNITS = ["", "", "a machine", "a machine", "leave", "J/TH", "$/kWh", "MW", "MW", "MW", ""];

/** The gears of a site in the merit order of the day on which they are written, as formulas. Formulas E7. */
export function gearRows(gears: readonly SiteGear[], { at }: InputBlock, firstRow: number): (Cell | null)[][] {
  const first = firstRow + 3;
  return [
    COLUMNS.map((_, i) => text(i === 0 ? "Gears of the site in merit order" : "", "heading")),
    COLUMNS.map((title, i) => text(title, i === 0 ? "columnHeader" : "columnHeaderRight")),
    UNITS.map((unit, i) => text(unit, i === 0 ? "columnHeader" : "columnHeaderRight")),
    ...gears.map(({ fleetId, setting, units, addedThs, addedW, keptShare }, i) => {
      const row = first + i;
      const before = i === 0 ? "0" : `I${row - 1}`;
      const between = (from: string, to: string): string => `MAX(0,MIN(I${row},${to})-MAX(${before},${from}))`;
      const inside = `IF(G${row}>=${at("resold")},${between("0", `MIN(${at("committed")},${at("capacity")})`)},0)`;
      const beyond = `IF(G${row}>=${at("power")},${between(at("committed"), at("capacity"))},0)`;
      return [
        text(`${fleetId}: ${setting}`), number(units, "input", FORMATS.whole), number(addedThs, "input", FORMATS.decimals), number(addedW, "input", FORMATS.whole), number(keptShare, "input", FORMATS.percent),
        formula(`=D${row}/C${row}`, "calculation", FORMATS.decimals),
        formula(`=${at("hashprice")}*E${row}/(24*F${row}*${at("pue")})`, "total", FORMATS.usdKwh),
        formula(`=B${row}*D${row}*${at("pue")}/10^6`, "calculation", FORMATS.decimals),
        formula(`=${before}+H${row}`, "calculation", FORMATS.decimals),
        formula(`=${inside}+${beyond}`, "calculation", FORMATS.decimals),
        formula(`=IF(J${row}>=H${row}-1E-9,"runs",IF(J${row}>1E-9,"partly",IF(G${row}<${at("power")},"power is dearer","no power left")))`, "calculation"),
      ];
    }),
  ];
}
