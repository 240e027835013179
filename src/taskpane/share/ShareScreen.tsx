import { Body1, Button, Spinner, Title3 } from "@fluentui/react-components";
import { useEffect, useState, type ReactElement } from "react";
import { useSharedStyles } from "../functions/styles";
import { useNavigation } from "../navigation";
import { usePortfolio } from "../store";
import { CompareSection } from "./CompareSection";
import { CopySection } from "./CopySection";
import { FreezeSection } from "./FreezeSection";
import { repairTask, RepairSection, useRepair } from "./RepairSection";
import { scrollToSection } from "./sections";
import { useFreeze } from "./useFreeze";
import { useSomethingToShare } from "./useSomethingToShare";

/** The workbook for others: a copy, frozen cells, formulas that are repaired, and what changed since an earlier plan. */
export function ShareScreen(): ReactElement {
  const shared = useSharedStyles();
  const { screen, target } = useNavigation();
  const freeze = useFreeze();
  const repair = useRepair();
  // Buttons of the ribbon come here with what is to be done.
  useEffect(() => {
    if (screen !== "share" || !target) return;
    if (target.path === "freeze") freeze.freeze(false);
    if (target.path === "repair") repairTask(repair);
    if (target.path === "freeze" || target.path === "repair") scrollToSection(target.path);
    // A request is a new object each time, and done once.
  }, [screen, target]);
  return (
    <div className={shared.page}>
      <Title3 as="h1" block className={shared.heading} tabIndex={-1}>Share</Title3>
      <Copy />
      <FreezeSection task={freeze} />
      <RepairSection task={repair} />
      <CompareSection />
    </div>
  );
}

/** Where nothing calls Hashplan, that is said first. */
function Copy(): ReactElement {
  const shared = useSharedStyles();
  const { built } = usePortfolio();
  const { open } = useNavigation();
  const [anyway, setAnyway] = useState(false);
  const something = useSomethingToShare(built);
  if (something === "looking" && !anyway) return <Spinner size="tiny" label="Looking at the workbook …" labelPosition="after" style={{ justifyContent: "start" }} />;
  if (something !== "nothing" || anyway) return <CopySection />;
  return (
    <section className={shared.card} aria-label="A copy to share">
      <Body1 as="p" block className={shared.text}>No cell of this workbook calls Hashplan, and it holds no model: it can be shared as it is.</Body1>
      <div className={shared.actions}>
        <Button appearance="primary" onClick={() => open("home")}>Go to Home</Button>
        <Button onClick={() => setAnyway(true)}>Share a copy anyway</Button>
      </div>
    </section>
  );
}
