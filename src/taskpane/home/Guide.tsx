import { Button, Caption1, Link, makeStyles, mergeClasses, Subtitle2, tokens } from "@fluentui/react-components";
import { useRef, useState, type ReactElement } from "react";
import { flushSync } from "react-dom";
import { CheckIcon } from "../icons";
import { GUIDE, useNavigation } from "../navigation";
import { usePortfolio } from "../store";
import { useHomeStyles } from "./styles";

const useStyles = makeStyles({
  step: { display: "grid", gridTemplateColumns: "24px minmax(0, 1fr)", columnGap: tokens.spacingHorizontalS, alignItems: "start" },
  mark: { display: "flex", alignItems: "center", justifyContent: "center", width: "22px", height: "22px", borderRadius: tokens.borderRadiusCircular, border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`, fontSize: tokens.fontSizeBase200 },
  done: { backgroundColor: tokens.colorBrandBackground, color: tokens.colorNeutralForegroundOnBrand, border: `${tokens.strokeWidthThin} solid ${tokens.colorBrandBackground}` },
  name: { fontWeight: tokens.fontWeightSemibold },
});

/** Three steps from an empty workbook to a decision, until they are hidden. */
export function Guide(): ReactElement {
  const shared = useHomeStyles();
  const styles = useStyles();
  const { draft, problems, built, differs } = usePortfolio();
  const { screen } = useNavigation();
  const [looked, setLooked] = useState(false);
  if (!looked && draft && screen === "portfolio") setLooked(true);
  const [hidden, setHidden] = useState(false);
  const toggle = useRef<HTMLButtonElement>(null);
  // One button takes the place of the other, and the keyboard with it.
  const turn = (away: boolean): void => { flushSync(() => setHidden(away)); toggle.current?.focus(); };
  if (hidden) return <div><Link as="button" ref={toggle} onClick={() => turn(false)}>Show the three steps again</Link></div>;
  // Without a look at them nobody has checked them; inputs that stand in a built workbook were.
  const checked = draft !== undefined && problems.length === 0 && (built || looked);
  const steps: readonly (readonly [name: string, text: string, done: boolean])[] = [
    ["Begin", "Open a sample, import a file or begin anew. What a workbook holds is read by itself.", draft !== undefined],
    ["Check the inputs", "Sites, contracts, fleets and candidates under Portfolio. What is wrong is marked and said.", checked],
    ["Plan and build", "The decision for each fleet, then the workbook: plain formulas that go on calculating without the add-in.", built && !differs],
  ];
  return (
    <section className={shared.section} aria-label="Three steps">
      <div className={shared.head}>
        <Subtitle2 as="h2" className={shared.heading}>From here to a decision</Subtitle2>
        <Button ref={toggle} size="small" appearance="subtle" onClick={() => turn(true)}>Hide</Button>
      </div>
      <ol className={shared.list}>
        {steps.map(([name, text, done], i) => (
          <li key={name} className={styles.step}>
            <span className={mergeClasses(styles.mark, done && styles.done)} aria-hidden="true">{done ? <CheckIcon /> : i + 1}</span>
            <span>
              <span className={styles.name}>{name}{done && <span style={HIDDEN}> (done)</span>}</span>
              <Caption1 block className={shared.small}>{text}</Caption1>
            </span>
          </li>
        ))}
      </ol>
      <Caption1><Link href={GUIDE} target="_blank">Read the guide</Link>, which opens in the browser</Caption1>
    </section>
  );
}

/** For the ears only. */
const HIDDEN = { position: "absolute", width: "1px", height: "1px", overflow: "hidden", clipPath: "inset(50%)", whiteSpace: "nowrap" } as const;
