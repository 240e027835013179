import { Button, Caption1 } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { writeWorkbook, type Task } from "../../excel";
import type { ComparisonTerms } from "../../planning/portfolio/compare";
import { useSharedStyles } from "../functions/styles";
import { TaskMessage } from "../task/TaskMessage";
import { useTask } from "../task/useTask";
import { shortName } from "./columns";
import type { Comparison } from "./useComparison";

const INSERT: Task = { thing: "the comparison", again: "insert it again", smaller: "Remove some machines" };

/** Writes the comparison into the workbook, as formulas of Excel's own. */
export function InsertSheet({ comparison, terms }: { comparison: Comparison; terms: ComparisonTerms }): ReactElement {
  const shared = useSharedStyles();
  const task = useTask<string>();
  const { rows, place: { site, marketDate, marketSource }, replaced, gears, power } = comparison;
  const insert = (): Promise<void> => task.run(async (onStep) => {
    onStep("Laying out the sheet");
    const { compareSheet } = await import("../../model-sheets/compare-sheet");
    const description = {
      title: site ? `Machines at ${site.id}` : "Machines compared",
      remark: `Market of ${marketDate}${marketSource ? `: ${marketSource}` : ""}. Power in $/kWh, hashrate in TH/s.`,
      terms,
      machines: rows.map(({ machine }) => ({ label: shortName(machine), released: machine.released, hashrateThs: machine.hashrateThs, powerW: machine.powerW, priceUsdTh: machine.priceUsdTh })),
      replaced,
      gears: power && gears.length > 0 ? { power, gears } : undefined,
    };
    return (await writeWorkbook((taken) => compareSheet(description, taken), onStep, INSERT)).activeSheet;
  });
  return (
    <section className={shared.section} aria-label="Sheet">
      <div className={shared.actions}><Button appearance="primary" disabledFocusable={rows.length === 0 || task.state.phase === "busy"} onClick={() => void insert()}>Insert as live sheet</Button></div>
      <Caption1 as="p" block className={shared.small}>A new sheet of Excel's own formulas, with inputs in blue: it follows what you change, with and without this add-in.</Caption1>
      <TaskMessage state={task.state} done={(name) => ({ intent: "success", title: `Sheet “${name}” inserted.`, text: "Change its blue cells, and everything follows." })} onDismiss={task.dismiss} />
    </section>
  );
}
