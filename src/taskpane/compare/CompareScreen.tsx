import { Body1, Caption1, Subtitle2, Title3 } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { hashpriceOf } from "../../planning/portfolio/compare";
import { useSharedStyles } from "../functions/styles";
import { Term } from "../glossary";
import { useSettings } from "../settings";
import { AddMachine } from "./AddMachine";
import { GearLadder } from "./GearLadder";
import { InsertSheet } from "./InsertSheet";
import { MachineTable } from "./MachineTable";
import { PlaceFields } from "./PlaceFields";
import { ReleaseChart } from "./ReleaseChart";
import { useComparison } from "./useComparison";

/** Generations of machines side by side at a power price, and the gears of a site. */
export function CompareScreen(): ReactElement {
  const shared = useSharedStyles();
  const { formatHashprice, formatUsd } = useSettings();
  const comparison = useComparison();
  const { place, terms, rows, replaced } = comparison;
  return (
    <div className={shared.page}>
      <header className={shared.section}>
        <Title3 as="h1" block className={shared.heading} tabIndex={-1}>Compare</Title3>
        <Body1 as="p" block className={shared.text}>Machines side by side at one power price, each per unit of hashrate and of power.</Body1>
      </header>
      <PlaceFields comparison={comparison} />
      {terms && (
        <Caption1 as="p" block className={shared.small}>
          <Term id="hashprice">Hashprice</Term> {formatHashprice(hashpriceOf(terms))}: BTC at {formatUsd(terms.btcPriceUsd)}, {place.portfolio ? "the portfolio's market" : "the shipped market"} of {place.marketDate}.
        </Caption1>
      )}
      {!terms && <Body1 as="p" role="status" className={shared.wrong}>A field above has to be put right first.</Body1>}
      {terms && (
        <>
          <section className={shared.section} aria-label="Machines">
            <Subtitle2 as="h2" block className={shared.heading}>Machines</Subtitle2>
            <MachineTable rows={rows} terms={terms} replaced={replaced} onRemove={comparison.remove} onPrice={comparison.setPrice} />
            <AddMachine place={place} onAdd={comparison.add} onReset={comparison.reset} />
          </section>
          {rows.length > 0 && <ReleaseChart rows={rows} powerPriceUsdKwh={terms.powerPriceUsdKwh} />}
          {comparison.power && <GearLadder gears={comparison.gears} power={comparison.power} siteId={comparison.siteId} />}
          <InsertSheet comparison={comparison} terms={terms} />
        </>
      )}
    </div>
  );
}
