import { Body1, Button, Caption1, Link, makeStyles, Subtitle2, tokens } from "@fluentui/react-components";
import { useState, type ReactElement, type ReactNode } from "react";
import { asicModels, asOfMonth } from "../../catalog/catalog";
import { defaultSnapshot } from "../../market/market";
import { ENGINE_VERSION } from "../../units/version";
import { useSharedStyles } from "../functions/styles";
import { GUIDE } from "../navigation";
import { LicenseList } from "./LicenseList";
import { useSettings } from "./useSettings";

const useStyles = makeStyles({
  view: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalL },
  facts: { display: "grid", gridTemplateColumns: "auto minmax(0, 1fr)", columnGap: tokens.spacingHorizontalM, rowGap: tokens.spacingVerticalXS, margin: 0 },
  term: { color: tokens.colorNeutralForeground2 },
  figure: { margin: 0, overflowWrap: "anywhere" },
});

/** What the add-in is, how old its data are, what it sends, and whose software it uses. */
export function AboutView(): ReactElement {
  const styles = useStyles();
  const shared = useSharedStyles();
  const { formatUsd, formatNumber, settings: { liveHost } } = useSettings();
  const [licenses, setLicenses] = useState(false);
  const { date, source, btcPriceUsd, difficulty, height } = defaultSnapshot();
  const models = asicModels();
  const newest = models.map(asOfMonth).filter((month) => month !== undefined).sort().at(-1);
  return (
    <div className={styles.view}>
      <Section title="Hashplan">
        <dl className={styles.facts}>
          <Fact term="Version">{ENGINE_VERSION}</Fact>
          <Fact term="License">MIT</Fact>
          <Fact term="Market data">{date}: {formatUsd(btcPriceUsd, 2)} a BTC, difficulty {formatNumber(difficulty / 1e12, 2)} T, block {formatNumber(height)}. {source}.</Fact>
          <Fact term="Machines">{formatNumber(models.length)} in the catalog, each with its source; the newest source is of {newest}.</Fact>
        </dl>
        <Caption1 as="p" block className={shared.small}>These data ship with the version and change only with the next one. A portfolio may carry newer market figures.</Caption1>
      </Section>
      <Section title="Guide">
        <Body1 as="p" block className={shared.text}>Five pages with pictures: getting started, your own facility, comparing generations, sharing, functions. They open in the browser.</Body1>
        <div><Link href={GUIDE} target="_blank">Read the guide</Link></div>
      </Section>
      <Section title="Privacy">
        <Body1 as="p" block className={shared.text}>Everything is calculated on this computer. There is no account, no measuring of use, no key, and no server of ours that your figures could go to.</Body1>
        <Body1 as="p" block className={shared.text}>One thing goes out, and only when you press the button for live market figures: a request to {liveHost}, which learns your network address and browser as any website does, and nothing of your plan. Your workbook is saved wherever you save it.</Body1>
      </Section>
      <Section title="No advice">
        <Body1 as="p" block className={shared.text}>Results follow from the assumptions in the workbook, which are yours to judge. Catalog figures are the makers' or the named source's. Scenarios are illustrations, not forecasts. Nothing here is investment, tax or legal advice, and there is no warranty.</Body1>
      </Section>
      <Section title="Software of others">
        <Body1 as="p" block className={shared.text}>Bundled into the add-in, under MIT and ISC licenses. Excel itself provides Office.js.</Body1>
        {licenses ? <LicenseList /> : <div className={shared.actions}><Button onClick={() => setLicenses(true)}>Show packages and licenses</Button></div>}
      </Section>
    </div>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }): ReactElement {
  const shared = useSharedStyles();
  return (
    <section className={shared.section} aria-label={title}>
      <Subtitle2 as="h2" block className={shared.heading}>{title}</Subtitle2>
      {children}
    </section>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }): ReactElement {
  const styles = useStyles();
  return <><dt className={styles.term}>{term}</dt><dd className={styles.figure}>{children}</dd></>;
}
