import { Badge, Body1, Caption1, makeStyles, Title3, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { ForwardIcon } from "../icons";
import { useSettings, type Formats } from "../settings";
import { listAt, usePortfolio, valueAt, type Draft } from "../store";
import { sectionOf, SECTIONS, type Section, type SectionId } from "./sections";
import { RowButton, useRowStyles } from "../RowButton";

const useStyles = makeStyles({
  heading: { margin: 0, overflowWrap: "anywhere", ":focus": { outlineStyle: "none" } },
  intro: { margin: 0, color: tokens.colorNeutralForeground2, display: "-webkit-box", overflow: "hidden", WebkitBoxOrient: "vertical", WebkitLineClamp: 2 },
});

/** The parts of the portfolio, in the order in which it is filled in. */
export function Overview({ onOpen }: { onOpen: (id: SectionId) => void }): ReactElement {
  const styles = useStyles();
  const rows = useRowStyles();
  const { draft = {}, problems } = usePortfolio();
  const formats = useSettings();
  const wrongIn = (id: SectionId): number => problems.filter(({ path }) => sectionOf(path).section.id === id).length;
  return (
    <>
      <header>
        <Title3 as="h1" block className={styles.heading} tabIndex={-1}>{text(valueAt(draft, ["name"])) || "Portfolio"}</Title3>
        <Body1 as="p" className={styles.intro}>{text(valueAt(draft, ["note"])) || "Fill in what you have; what is wrong or missing is marked."}</Body1>
      </header>
      <ul className={rows.list}>
        {SECTIONS.map((section) => {
          const wrong = wrongIn(section.id);
          return (
            <li key={section.id}>
              <RowButton onClick={() => onOpen(section.id)}>
                <span className={rows.text}>
                  <span className={rows.name}>{section.title}</span>
                  <Caption1 className={rows.summary}>{factsOf(section, draft, formats)}</Caption1>
                </span>
                {wrong > 0 && <Badge appearance="tint" color="danger" aria-label={`${wrong} to put right`}>{wrong}</Badge>}
                <ForwardIcon />
              </RowButton>
            </li>
          );
        })}
      </ul>
    </>
  );
}

const NAMES_SHOWN = 3;

function factsOf(section: Section, draft: Draft, formats: Formats): string {
  if (!section.isList) return section.id === "general" ? `${text(valueAt(draft, ["horizonMonths"]))} months` : section.id === "market" ? marketFacts(draft, formats) : section.about;
  const entries = listAt(draft, section.place);
  const names = entries.map((entry) => text(valueAt(entry, ["id"]))).filter((name) => name !== "");
  if (entries.length === 0) return "None";
  return names.length === 0 ? String(entries.length) : names.length > NAMES_SHOWN ? `${formats.formatNumber(entries.length)}: ${names.slice(0, NAMES_SHOWN).join(", ")}, …` : names.join(", ");
}

function marketFacts(draft: Draft, { formatUsd }: Formats): string {
  const price = valueAt(draft, ["market", "start", "btcPriceUsd"]);
  return [text(valueAt(draft, ["market", "start", "date"])), typeof price === "number" ? formatUsd(price) : "", `scenario ${text(valueAt(draft, ["market", "scenarioId"]))}`].filter((each) => each !== "").join(", ");
}

function text(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}
