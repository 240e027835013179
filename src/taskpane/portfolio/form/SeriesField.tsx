import { Body1, Button, Caption1, Field, makeStyles, Radio, RadioGroup, Textarea, tokens } from "@fluentui/react-components";
import { useRef, useState, type ReactElement } from "react";
import { readPriceCsv } from "../../../planning/portfolio/price-csv";
import { useSettings } from "../../settings";
import { listAt, valueAt, withValue } from "../../store";
import { factsOf } from "./FiguresField";

const useStyles = makeStyles({
  root: { display: "grid", rowGap: tokens.spacingVerticalS, gridTemplateColumns: "minmax(0, 1fr)" },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
  wrong: { margin: 0, color: tokens.colorPaletteRedForeground1 },
  box: { display: "grid", rowGap: tokens.spacingVerticalS, padding: tokens.spacingHorizontalM, backgroundColor: tokens.colorNeutralBackground2, borderRadius: tokens.borderRadiusMedium },
});

type Unit = "price_usd_kwh" | "price_usd_mwh";

/** The hourly prices of a series: from a CSV file, or pasted. */
export function SeriesField({ series, message, path, onChange }: { series: unknown; message: string | undefined; path: string; onChange: (series: unknown) => void }): ReactElement {
  const styles = useStyles();
  const files = useRef<HTMLInputElement>(null);
  const paste = useRef<HTMLButtonElement>(null);
  const formats = useSettings();
  const [wrong, setWrong] = useState<string>();
  const [pasting, setPasting] = useState(false);
  const values = listAt(series, ["valuesUsdKwh"]);
  const named = valueAt(series, ["csvFile"]);
  const close = (): void => { setPasting(false); paste.current?.focus(); };
  const take = (text: string, origin: string): void => {
    const read = readPriceCsv(text);
    if ("wrong" in read) return setWrong(`${origin} holds no hourly prices: ${read.wrong}. It needs a first row that names a column price_usd_kwh or price_usd_mwh, and a row for each hour.`);
    setWrong(undefined);
    close();
    onChange(withValue(withValue(series, ["csvFile"], undefined), ["valuesUsdKwh"], read.valuesUsdKwh));
  };
  const choose = (file: File | undefined): void => {
    if (file) void file.text().then((text) => take(text, file.name), () => setWrong(`${file.name} could not be read. Choose it again.`));
  };
  return (
    <div className={styles.root} role="group" aria-label="Hourly prices">
      <Body1 as="p" className={styles.text}>
        {values.length > 0 ? `${factsOf(values, formats, "$/kWh")}.` : typeof named === "string" ? `The prices stand in ${named}, which is not here yet: choose that file.` : "No prices yet. Choose a CSV file, or paste them."}
      </Body1>
      {(wrong ?? message) !== undefined && <Body1 as="p" className={styles.wrong} role="alert">{wrong ?? message}</Body1>}
      <div className={styles.actions}>
        <Button name={path} onClick={() => files.current?.click()}>Choose CSV file …</Button>
        <Button ref={paste} aria-expanded={pasting} onClick={() => setPasting(!pasting)}>Paste prices …</Button>
      </div>
      <input ref={files} type="file" accept=".csv,text/csv" hidden aria-label="CSV file of hourly prices" onChange={({ currentTarget }) => { choose(currentTarget.files?.[0]); currentTarget.value = ""; }} />
      {pasting && <PasteBox onTake={(text) => take(text, "What was pasted")} onClose={close} />}
    </div>
  );
}

function PasteBox({ onTake, onClose }: { onTake: (text: string) => void; onClose: () => void }): ReactElement {
  const styles = useStyles();
  const [text, setText] = useState("");
  const [unit, setUnit] = useState<Unit>("price_usd_mwh");
  return (
    <div className={styles.box}>
      <Field label="Prices, one an hour">
        <Textarea rows={5} value={text} onChange={(_, data) => setText(data.value)} placeholder={"23.62\n23.85\n…"} />
      </Field>
      <Field label="In">
        <RadioGroup layout="horizontal" value={unit} onChange={(_, data) => setUnit(data.value as Unit)}>
          <Radio value="price_usd_mwh" label="$/MWh" />
          <Radio value="price_usd_kwh" label="$/kWh" />
        </RadioGroup>
      </Field>
      <Caption1>8,760 rows for a year, 8,784 for a leap year, from 1 January in local standard time.</Caption1>
      <div className={styles.actions}>
        <Button appearance="primary" disabledFocusable={text.trim() === ""} onClick={() => onTake(asCsv(text, unit))}>Take prices</Button>
        <Button onClick={onClose}>Cancel</Button>
      </div>
    </div>
  );
}

/** Pasted cells as a CSV file; a column without a name gets that of its unit. */
export function asCsv(text: string, unit: Unit): string {
  const rows = text.trim().replaceAll("\t", ";").replace(/^\$/gm, "");
  return /^-?[\d.]/.test(rows) ? `${unit}\n${rows}` : rows;
}
