import { Button, Caption1, makeStyles, mergeClasses, Subtitle2, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { CellError } from "../../functions/cell-error";
import type { ExplainedArgument, ExplainedCall } from "../../functions/explain";
import { callTexts, type Texts } from "./entries";
import { ResultView } from "./ResultView";
import { shownRange, shownValue } from "./shown";
import { useSharedStyles } from "./styles";

const useStyles = makeStyles({
  head: { display: "grid", gridTemplateColumns: "minmax(0, 1fr) auto", columnGap: tokens.spacingHorizontalS, alignItems: "start" },
  list: { display: "grid", rowGap: tokens.spacingVerticalS, margin: 0 },
  argument: { display: "grid", gridTemplateColumns: "minmax(90px, auto) minmax(0, 1fr)", columnGap: tokens.spacingHorizontalM },
  name: { fontWeight: tokens.fontWeightSemibold, overflowWrap: "anywhere" },
  value: { margin: 0, textAlign: "end", fontVariantNumeric: "tabular-nums", overflowWrap: "anywhere" },
  more: { gridColumn: "1 / -1", margin: 0, color: tokens.colorNeutralForeground3 },
  muted: { color: tokens.colorNeutralForeground3 },
  block: { backgroundColor: tokens.colorNeutralBackground4 },
  small: { display: "block", color: tokens.colorNeutralForeground3 },
});

/** One call: its arguments with text, value, unit and meaning, the calculation with the numbers in it, and the result. */
export function CallCard({ call, onOpen }: { call: ExplainedCall; onOpen: (texts: Texts) => void }): ReactElement {
  const shared = useSharedStyles();
  const styles = useStyles();
  const { definition, arguments: args, result, withNumbers } = call;
  return (
    <section className={shared.card} aria-label={call.text}>
      <div className={styles.head}>
        <div>
          <Subtitle2 as="h2" block className={shared.heading}>{definition.id}</Subtitle2>
          <Caption1 className={styles.small}>{call.depth > 0 && "Inside another call. "}{definition.summary}</Caption1>
        </div>
        <Button size="small" aria-label={`Open ${definition.id} with these arguments`} onClick={() => onOpen(callTexts(definition, args.map(({ text }) => text)))}>Open</Button>
      </div>
      <dl className={styles.list}>
        {args.map((argument, i) => (
          <div key={argument.name} className={styles.argument}>
            <dt className={styles.name}>{argument.name}</dt>
            <dd className={mergeClasses(styles.value, isMuted(argument) && styles.muted)}>{valueOf(argument, unitOf(definition.arguments[i]))}</dd>
            <dd className={styles.more}><Caption1>{argument.text && <><code className={shared.code}>{argument.text}</code> · </>}{argument.description}</Caption1></dd>
          </div>
        ))}
      </dl>
      <div className={shared.section}>
        <Caption1 className={styles.small}>With the numbers in it</Caption1>
        <p className={mergeClasses(shared.code, shared.block, styles.block)}>{withNumbers}</p>
      </div>
      <div className={shared.section}>
        <Caption1 className={styles.small}>Result</Caption1>
        {result.known ? <ResultView result={result.value} unit={definition.result.kind === "table" ? "" : definition.result.unit} /> : <Caption1 as="p" className={shared.text}>Not known here: an argument is {result.why}. The cell shows it.</Caption1>}
      </div>
    </section>
  );
}

function isMuted({ ignored, text, given }: ExplainedArgument): boolean {
  return ignored || text === "" || !given.known;
}

/** "13.5 J/TH", "S21 XP → 13.5 J/TH", "1 (default)", "24 cells: …" */
function valueOf({ given, used, ignored, text }: ExplainedArgument, unit: string): string {
  if (ignored) return "not used";
  if (!given.known) return given.why;
  const { value } = given;
  if (value instanceof CellError) return value.code;
  if (Array.isArray(value)) return shownRange(value.flat(), unit);
  if (value === null && used === undefined) return text === "" ? "missing" : "blank";
  if (Array.isArray(used)) return used.length === 0 ? "none" : shownRange(used, unit);
  const isDefault = value === null || (value === 0 && used !== 0 && used !== undefined);
  if (isDefault) return `${shownValue(used) || "none"}${unit} (default)`;
  if (used === undefined) return shownValue(value);
  return typeof used === "number" && typeof value === "string" ? `${value} → ${shownValue(used)}${unit}` : `${shownValue(used)}${unit}`;
}

/** A unit as it stands behind a number. */
function unitOf(argument: ExplainedCall["definition"]["arguments"][number] | undefined): string {
  if (argument?.kind !== "number" && argument?.kind !== "numbers") return "";
  return argument.unit === "" || argument.unit === "fraction" ? "" : ` ${argument.unit}`;
}
