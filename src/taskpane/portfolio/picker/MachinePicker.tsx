import { Button, Caption1, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle, Link, makeStyles, mergeClasses, SearchBox, Select, tokens } from "@fluentui/react-components";
import { useMemo, useState, type ReactElement, type ReactNode } from "react";
import { fullName, type Confidence, type Cooling } from "../../../catalog/catalog";
import { useSettings } from "../../settings";
import { listAt, usePortfolio, valueAt } from "../../store";
import { catalogName, settingText } from "../summaries";
import { findMachines, makers, sourceText, years, type MachineQuery } from "./find-machines";

const useStyles = makeStyles({
  surface: { padding: tokens.spacingHorizontalL, maxWidth: "460px", width: "calc(100vw - 16px)", maxHeight: "calc(100vh - 16px)" },
  content: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", gridTemplateRows: "auto auto minmax(0, 1fr)", rowGap: tokens.spacingVerticalS, height: "calc(100vh - 150px)", overflow: "hidden", padding: "2px" },
  filters: { display: "grid", gridTemplateColumns: "minmax(0, 1fr) minmax(0, 1fr)", gap: tokens.spacingHorizontalXS },
  search: { maxWidth: "none", width: "100%", gridColumn: "1 / -1" },
  filter: { minWidth: 0, "& select": { minWidth: 0 } },
  list: { overflowY: "auto", margin: 0, padding: "2px", listStyleType: "none", display: "grid", alignContent: "start", gridTemplateColumns: "minmax(0, 1fr)" },
  row: { display: "block", width: "100%", textAlign: "start", height: "auto", fontWeight: tokens.fontWeightRegular, paddingBlock: tokens.spacingVerticalSNudge, paddingInline: tokens.spacingHorizontalS, borderRadius: tokens.borderRadiusMedium },
  chosen: { backgroundColor: tokens.colorNeutralBackground1Selected },
  name: { display: "block", fontWeight: tokens.fontWeightSemibold },
  facts: { display: "block", fontVariantNumeric: "tabular-nums" },
  source: { display: "block", color: tokens.colorNeutralForeground3, overflowWrap: "anywhere" },
  count: { color: tokens.colorNeutralForeground3 },
});

const ROWS_AT_FIRST = 40;
const EFFICIENCIES = [12, 15, 18, 20, 25, 30, 40];

/** Machines to choose from: the document's own, then the catalog's that fit the search. */
export function MachinePicker({ chosen, onChoose, onClose }: { chosen: string; onChoose: (name: string) => void; onClose: () => void }): ReactElement {
  const styles = useStyles();
  const { draft } = usePortfolio();
  const formats = useSettings();
  const [query, setQuery] = useState<MachineQuery>({ words: "" });
  const quotes = useMemo(() => ownQuotes(listAt(draft, ["machines"])), [draft]);
  const [most, setMost] = useState(ROWS_AT_FIRST);
  const found = useMemo(() => findMachines(query), [query]);
  const own = ownMachines(listAt(draft, ["machines"])).filter(({ id }) => id.toLowerCase().includes(query.words.trim().toLowerCase()));
  const quoteOf = (name: string): string => {
    const priceUsdTh = quotes.get(name);
    return priceUsdTh === undefined ? "" : `your quote ${formats.formatNumber(priceUsdTh, 2)} $/TH`;
  };
  const ask = (more: Partial<MachineQuery>): void => { setQuery((now) => ({ ...now, ...more })); setMost(ROWS_AT_FIRST); };
  const row = (name: string, shown: string, facts: string, source: string): ReactNode => (
    <li key={name}>
      <Button appearance="subtle" className={mergeClasses(styles.row, (name === chosen || shown === chosen) && styles.chosen)} aria-current={name === chosen ? true : undefined} onClick={() => onChoose(name)}>
        <span className={styles.name}>{shown}</span>
        <Caption1 className={styles.facts}>{facts}</Caption1>
        <Caption1 className={styles.source}>{source}</Caption1>
      </Button>
    </li>
  );
  return (
    <Dialog open onOpenChange={(_, { open }) => { if (!open) onClose(); }}>
      <DialogSurface className={styles.surface} aria-label="Choose a machine">
        <DialogBody>
          <DialogTitle>Choose a machine</DialogTitle>
          <DialogContent className={styles.content}>
            <div className={styles.filters}>
              <SearchBox className={styles.search} aria-label="Search machines" placeholder="S21 XP, M60S, 104 …" value={query.words} onChange={(_, { value }) => ask({ words: value })} />
              <Filter label="Maker" any="Any maker" value={query.maker} choices={makers().map((maker) => [maker, maker])} onChange={(maker) => ask({ maker })} />
              <Filter label="Cooling" any="Any cooling" value={query.cooling} choices={[["air", "Air"], ["hydro", "Hydro"], ["immersion", "Immersion"]]} onChange={(cooling) => ask({ cooling: cooling as Cooling | undefined })} />
              <Filter label="Efficiency" any="Any J/TH" value={query.mostJth?.toString()} choices={EFFICIENCIES.map((jth) => [String(jth), `Up to ${jth} J/TH`])} onChange={(jth) => ask({ mostJth: jth === undefined ? undefined : Number(jth) })} />
              <Filter label="Released" any="Any year" value={query.fromYear?.toString()} choices={years().map((year) => [String(year), `From ${year}`])} onChange={(year) => ask({ fromYear: year === undefined ? undefined : Number(year) })} />
              <Filter label="Confidence" any="Any confidence" value={query.confidence} choices={[["high", "Two publishers agree"], ["medium", "One source"]]} onChange={(confidence) => ask({ confidence: confidence as Confidence | undefined })} />
            </div>
            <Caption1 className={styles.count} role="status">{found.length === 0 && own.length === 0 ? "No machine fits. Take a filter away, or add your own under Own machines." : `${found.length} of the catalog${own.length > 0 ? `, ${own.length} of your own` : ""}`}</Caption1>
            <ul className={styles.list} tabIndex={-1} aria-label="Machines">
              {own.map(({ id, source, ...figures }) => row(id, id, settingText(figures, formats), ["Your own", quoteOf(id), source].filter((each) => each !== "").join("; ")))}
              {found.slice(0, most).map((model) => row(fullName(model), fullName(model), [settingText(model, formats), model.cooling, model.released].filter((each) => each !== "").join(", "), [quoteOf(fullName(model)), sourceText(model)].filter((each) => each !== "").join("; ")))}
              {found.length > most && <li><Link as="button" onClick={() => setMost((now) => now + ROWS_AT_FIRST)}>Show {Math.min(ROWS_AT_FIRST, found.length - most)} more</Link></li>}
            </ul>
          </DialogContent>
          <DialogActions><Button onClick={onClose}>Cancel</Button></DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

interface OwnMachine {
  readonly id: string;
  readonly hashrateThs: number;
  readonly powerW: number;
  readonly source: string;
}

/** The document's own machines, as far as their figures can be read. */
function ownMachines(machines: readonly unknown[]): readonly OwnMachine[] {
  return machines.flatMap((machine) => {
    const [id, hashrateThs, powerW, source] = ["id", "hashrateThs", "powerW", "source"].map((key) => valueAt(machine, [key]));
    return typeof id === "string" && typeof hashrateThs === "number" && typeof powerW === "number" ? [{ id, hashrateThs, powerW, source: typeof source === "string" ? source : "" }] : [];
  });
}

/** The document's own quotes by the full names of the machines that they are for. */
function ownQuotes(machines: readonly unknown[]): ReadonlyMap<string, number> {
  return new Map(machines.flatMap((machine) => {
    const [id, priceUsdTh, hashrateThs] = ["id", "priceUsdTh", "hashrateThs"].map((key) => valueAt(machine, [key]));
    return typeof id === "string" && typeof priceUsdTh === "number" ? [[hashrateThs === undefined ? (catalogName(id) ?? id) : id, priceUsdTh] as const] : [];
  }));
}

function Filter({ label, any, value, choices, onChange }: { label: string; any: string; value: string | undefined; choices: readonly (readonly [value: string, text: string])[]; onChange: (value: string | undefined) => void }): ReactElement {
  const styles = useStyles();
  return (
    <Select className={styles.filter} size="small" aria-label={label} value={value ?? ""} onChange={(_, data) => onChange(data.value === "" ? undefined : data.value)}>
      <option value="">{any}</option>
      {choices.map(([each, text]) => <option key={each} value={each}>{text}</option>)}
    </Select>
  );
}
