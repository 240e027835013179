import { Button, Caption1, Input, makeStyles, mergeClasses, Tab, TabList, tokens } from "@fluentui/react-components";
import { useState, type ReactElement } from "react";
import type { ComparisonTerms } from "../../planning/portfolio/compare";
import type { ComparedMachine } from "../../planning/portfolio/compare-machines";
import { useSharedStyles } from "../functions/styles";
import { TermButton } from "../glossary";
import { useSettings } from "../settings";
import { parseNumber } from "../typed-number";
import { NAME_COLUMN, shortName, sorted, VIEWS, type Column, type ComparedRow, type Sorting } from "./columns";
import { keyOf, type Replaced } from "./useComparison";

const useStyles = makeStyles({
  table: { width: "100%", borderCollapse: "collapse", tableLayout: "fixed", fontVariantNumeric: "tabular-nums", fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  nameColumn: { width: "36%" },
  removeColumn: { width: "24px" },
  header: { verticalAlign: "bottom", textAlign: "end", fontWeight: tokens.fontWeightSemibold, paddingBlock: tokens.spacingVerticalXS, paddingInlineStart: tokens.spacingHorizontalXS, borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}` },
  first: { textAlign: "start", paddingInlineStart: 0 },
  sort: { minWidth: 0, padding: 0, fontSize: "inherit", lineHeight: "inherit", height: "auto", minHeight: "24px" },
  unit: { display: "block", fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground3 },
  name: { textAlign: "start", fontWeight: tokens.fontWeightRegular, overflowWrap: "anywhere", paddingBlock: tokens.spacingVerticalXS, borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}` },
  cell: { textAlign: "end", whiteSpace: "nowrap", paddingInlineStart: tokens.spacingHorizontalXS, borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}` },
  about: { display: "block", color: tokens.colorNeutralForeground3 },
  owned: { fontWeight: tokens.fontWeightSemibold },
  loses: { color: tokens.colorPaletteRedForeground1 },
  pays: { color: tokens.colorPaletteGreenForeground1 },
  price: { minWidth: 0, width: "100%" },
  priceInput: { minWidth: 0, width: "100%", textAlign: "end", padding: 0 },
  remove: { minWidth: "24px", width: "24px", height: "24px", padding: 0, color: tokens.colorNeutralForeground3 },
  tabs: { marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})` },
});

interface Props {
  readonly rows: readonly ComparedRow[];
  readonly terms: ComparisonTerms;
  readonly replaced: Replaced | undefined;
  readonly onRemove: (machine: ComparedMachine) => void;
  readonly onPrice: (machine: ComparedMachine, priceUsdTh: number | undefined) => void;
}

/** The machines with three figures at a time, sorted by any of them. */
export function MachineTable({ rows, terms, replaced, onRemove, onPrice }: Props): ReactElement {
  const styles = useStyles();
  const shared = useSharedStyles();
  const formats = useSettings();
  const [viewId, setViewId] = useState(VIEWS[0]!.id);
  const [sorting, setSorting] = useState<Sorting>({ column: "breakevenPower", descending: true });
  const view = VIEWS.find(({ id }) => id === viewId)!;
  const columns = [NAME_COLUMN, ...view.columns];
  const sortBy = ({ id, highFirst }: Column): void => setSorting((now) => ({ column: id, descending: now.column === id ? !now.descending : highFirst === true }));
  return (
    <>
      <TabList size="small" className={styles.tabs} aria-label="Figures" selectedValue={viewId} onTabSelect={(_, { value }) => setViewId(value as string)}>
        {VIEWS.map(({ id, label }) => <Tab key={id} value={id} id={`compare-tab-${id}`} aria-controls="compare-figures">{label}</Tab>)}
      </TabList>
      <div id="compare-figures" role="tabpanel" aria-labelledby={`compare-tab-${viewId}`}>
        <table className={styles.table} aria-label={`Machines: ${view.label}`}>
          <colgroup><col className={styles.nameColumn} />{view.columns.map(({ id }) => <col key={id} />)}<col className={styles.removeColumn} /></colgroup>
          <thead>
            <tr>
              {columns.map((column, i) => (
                <th key={column.id} scope="col" className={mergeClasses(styles.header, i === 0 && styles.first)} aria-sort={sorting.column !== column.id ? undefined : sorting.descending ? "descending" : "ascending"}>
                  <Button appearance="transparent" size="small" className={styles.sort} title={`Sort by ${column.title}`} onClick={() => sortBy(column)}>{column.title}{sorting.column === column.id && <span aria-hidden="true">{sorting.descending ? "\u00a0↓" : "\u00a0↑"}</span>}</Button>
                  <span className={styles.unit}>{column.unit(formats)}{column.term && <TermButton id={column.term} name={column.title} />}</span>
                </th>
              ))}
              <td className={styles.header} />
            </tr>
          </thead>
          <tbody>
            {sorted(rows, sorting).map((row) => (
              <tr key={keyOf(row.machine)}>
                <th scope="row" className={styles.name} title={row.machine.name}>
                  <span className={row.machine.from === "fleet" ? styles.owned : undefined}>{shortName(row.machine)}</span>
                  <span className={styles.about}>{aboutText(row, formats.formatNumber)}</span>
                </th>
                {view.columns.map((column) => (
                  <td key={column.id} className={mergeClasses(styles.cell, toneOf(column, row, terms, styles))} title={column.id === "price" ? row.machine.priceSource || undefined : undefined}>
                    {column.id === "price" ? <PriceField machine={row.machine} onPrice={onPrice} /> : column.text(row, formats)}
                  </td>
                ))}
                <td className={styles.cell}><Button appearance="transparent" className={styles.remove} aria-label={`Remove ${shortName(row.machine)}`} title="Remove" onClick={() => onRemove(row.machine)}>×</Button></td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Caption1 as="p" block className={shared.small}>{noteOf(viewId, replaced)}</Caption1>
    </>
  );
}

/** Red where a machine loses at this price, green where it is worth more than it costs; minus signs and figures say it too. */
function toneOf({ id }: Column, { machine, figures }: ComparedRow, terms: ComparisonTerms, styles: ReturnType<typeof useStyles>): string | undefined {
  if (id === "breakevenPower" && figures.breakevenPowerUsdKwh < terms.powerPriceUsdKwh) return styles.loses;
  if (id === "breakevenBtc" && figures.breakevenBtcUsd > terms.btcPriceUsd) return styles.loses;
  if ((id === "margin" || id === "marginMwh") && figures.marginUsdPhDay < 0) return styles.loses;
  if (id === "payback" && figures.paybackDays === Infinity) return styles.loses;
  if (id !== "worth" || figures.worthUsdTh === undefined || machine.priceUsdTh === undefined) return undefined;
  return figures.worthUsdTh > machine.priceUsdTh ? styles.pays : styles.loses;
}

function aboutText({ machine: { released, from }, figures }: ComparedRow, formatNumber: (value: number, digits: number) => string): string {
  return [`${formatNumber(figures.efficiencyJth, 1)} J/TH`, released.slice(0, 4), from === "catalog" ? "" : from === "fleet" ? "owned" : "candidate", figures.marginUsdPhDay < 0 ? "loses here" : ""].filter(Boolean).join(" · ");
}

function noteOf(viewId: string, replaced: Replaced | undefined): string {
  if (viewId === "breakeven") return "Highest power price that a machine bears at today's hashprice, and the lowest BTC price that it needs at this power price: now, and after dearer miners have stopped and difficulty has followed, by the merit order of the scenario: far below today's price that is a picture, not a measurement.";
  if (viewId === "margin") return "After pool fee and power; overhead, repairs and depreciation are not in it.";
  return replaced ? `Price in place, to overwrite; payback at today's margin. Worth: what 1 TH may cost in place of ${replaced.label} on the same power. Green: worth more than its price.` : "Price in place, to overwrite; payback at today's margin. Choose a site with machines to see what replacing them is worth.";
}

/** Prices are $/TH, 0 to 1,000; an empty field is no price. */
function PriceField({ machine, onPrice }: { machine: ComparedMachine; onPrice: Props["onPrice"] }): ReactElement {
  const styles = useStyles();
  const [typed, setTyped] = useState<string>();
  const keep = (): void => {
    if (typed === undefined) return;
    const value = parseNumber(typed, "number");
    if (typed.trim() === "") onPrice(machine, undefined);
    else if (value >= 0 && value <= 1000) onPrice(machine, value);
    setTyped(undefined);
  };
  return (
    <Input
      size="small" className={styles.price} input={{ className: styles.priceInput }} inputMode="decimal" aria-label={`Price of ${shortName(machine)}, $/TH`} placeholder="none"
      value={typed ?? (machine.priceUsdTh === undefined ? "" : String(Number(machine.priceUsdTh.toFixed(2))))} onChange={(_, { value }) => setTyped(value)} onBlur={keep} onKeyDown={({ key }) => { if (key === "Enter") keep(); }}
    />
  );
}
