import { runningShare, type ComparisonInputs, type InputBlock } from "./compare-inputs";
import { FORMATS } from "./looks";
import { formula, number, text } from "./summary-cells";
import type { Cell } from "./workbook";

const COLUMNS = ["Machine", "Released", "TH/s", "W", "J/TH", "Hashcost", "Margin", "Margin", "Breakeven", "Breakeven", "Breakeven", "In place", "Payback"];
const UNITS = ["", "", "", "", "", "$/PH/day", "$/PH/day", "$/MWh", "power, $/kWh", "BTC now, $", "BTC after, $", "$/TH", "days"];
const WORTH_COLUMNS = ["Worth at most", "Earns from", "Earns until", "Value"];
const WORTH_UNITS = ["$/TH", "year", "year", "$/PH"];

/** The machines one below the other, that which is replaced last; every figure is a formula over the inputs. Formulas E2, E3, E6, E8. */
export function machineRows({ machines, replaced }: ComparisonInputs, block: InputBlock, firstRow: number): { readonly rows: (Cell | null)[][]; readonly first: number; readonly last: number } {
  const headers = [...COLUMNS, "Breakeven", ...(replaced ? WORTH_COLUMNS : [])];
  const units = [...UNITS, "hashprice, $", ...(replaced ? WORTH_UNITS : [])];
  const first = firstRow + 3;
  const last = first + machines.length - 1;
  const replacedRow = last + 1;
  const rows: (Cell | null)[][] = [
    headers.map((_, i) => text(i === 0 ? "Machines" : "", "heading")),
    headers.map((title, i) => text(title, i === 0 ? "columnHeader" : "columnHeaderRight")),
    units.map((unit, i) => text(unit, i === 0 ? "columnHeader" : "columnHeaderRight")),
    ...machines.map(({ label, released, hashrateThs, powerW, priceUsdTh }, i) => {
      const row = first + i;
      return [
        text(label), text(released, "atBuildText"), number(hashrateThs, "input", FORMATS.decimals), number(powerW, "input", FORMATS.whole), formula(`=D${row}/C${row}`, "calculation", FORMATS.decimals),
        ...earnings(block.at, row), ...breakevens(block, row),
        priceUsdTh === undefined ? text("", "input") : number(priceUsdTh, "input", FORMATS.decimals),
        formula(`=IF(ISNUMBER(L${row}),IF(G${row}>0,L${row}*1000/(G${row}*${block.at("uptime")}),"never"),"")`, "calculation", FORMATS.whole),
        breakevenHashprice(block.at, row),
        ...(replaced ? [formula(`=(R${row}-(R${replacedRow}-1000*${block.at("resale")})*E${row}/E${replacedRow})/1000`, "total", FORMATS.decimals), ...value(block.at, row)] : []),
      ];
    }),
  ];
  if (replaced) rows.push([
    text(`Replaced: ${replaced.label}`, "totalText"), null, null, null, formula(`=${block.at("oldJth")}`, "calculation", FORMATS.decimals),
    ...earnings(block.at, replacedRow), ...breakevens(block, replacedRow), null, null, breakevenHashprice(block.at, replacedRow), null, ...value(block.at, replacedRow),
  ]);
  return { rows, first, last };
}

/** Columns F to H. */
function earnings(at: InputBlock["at"], row: number): Cell[] {
  return [
    formula(`=24*E${row}*${at("pue")}*${at("power")}`, "calculation", FORMATS.decimals),
    formula(`=${at("net")}-F${row}`, "calculation", FORMATS.decimals),
    formula(`=G${row}*1000/(24*E${row}*${at("pue")})`, "calculation", FORMATS.decimals),
  ];
}

/** Columns I to K. */
function breakevens({ at, classes }: InputBlock, row: number): Cell[] {
  const settled = `N${row}*SUMPRODUCT(${classes("E")}*${runningShare(at, `N${row}`, classes("B"))})*1000/(${at("reward")}*144)`;
  return [
    formula(`=${at("net")}/(24*E${row}*${at("pue")})`, "total", FORMATS.usdKwh),
    formula(`=${at("btc")}*F${row}/${at("net")}`, "calculation", FORMATS.whole),
    formula(`=IF(N${row}>0,${settled},0)`, "calculation", FORMATS.whole),
  ];
}

/** Column N. */
function breakevenHashprice(at: InputBlock["at"], row: number): Cell {
  return formula(`=F${row}/(1-${at("fee")})`, "calculation", FORMATS.decimals);
}

/** Columns P to R: the years in which the machine earns, and what its margins are worth by then. */
function value(at: InputBlock["at"], row: number): Cell[] {
  const [g, r, years, net, uptime] = [at("g"), at("r"), at("years"), at("net"), at("uptime")];
  const turn = `LN(${net}/F${row})/${g}`;
  const annuity = (rate: string): string => `IF(ABS(${rate})<1E-9,Q${row}-P${row},(EXP(-(${rate})*P${row})-EXP(-(${rate})*Q${row}))/(${rate}))`;
  return [
    formula(`=IF(AND(F${row}>0,${g}<0),MAX(0,${turn}),0)`, "calculation", FORMATS.decimals),
    formula(`=IF(OR(F${row}<=0,${g}<0),${years},IF(${net}<=F${row},0,IF(${g}=0,${years},MIN(${years},${turn}))))`, "calculation", FORMATS.decimals),
    formula(`=IF(P${row}<Q${row},365*${uptime}*(${net}*${annuity(`${r}+${g}`)}-F${row}*${annuity(r)}),0)`, "calculation", FORMATS.whole),
  ];
}
