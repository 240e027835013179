import { useState } from "react";
import { WriteError, writeWorkbook } from "../excel";
import { freeSheetNames, scenarioSheets } from "../model-sheets";
import type { ScenarioInputs } from "../planning";

/** Where a build stands. Sentences are for the user. */
export type BuildState =
  | { readonly phase: "idle" }
  | { readonly phase: "building"; readonly step: string }
  | { readonly phase: "done"; readonly sheets: readonly string[] }
  | { readonly phase: "failed"; readonly whatHappened: string; readonly whatToDo: string };

/** Writes scenarios into the workbook, one at a time, and tells how it goes. */
export function useBuild(): { state: BuildState; build: (inputs: ScenarioInputs) => Promise<void>; dismiss: () => void } {
  const [state, setState] = useState<BuildState>({ phase: "idle" });
  const build = async (inputs: ScenarioInputs): Promise<void> => {
    if (state.phase === "building") return;
    setState({ phase: "building", step: "Planning" });
    try {
      const { sheets } = await writeWorkbook(
        (taken) => scenarioSheets(inputs, { sheetNames: freeSheetNames(taken) }),
        (step) => setState({ phase: "building", step }),
      );
      setState({ phase: "done", sheets: sheets.map(({ name }) => name) });
    } catch (error) {
      setState(error instanceof WriteError
        ? { phase: "failed", whatHappened: error.whatHappened, whatToDo: error.whatToDo }
        : { phase: "failed", whatHappened: `The scenario could not be built: ${error instanceof Error ? error.message : String(error)}`, whatToDo: "Check the fields, and build again." });
    }
  };
  return { state, build, dismiss: () => setState({ phase: "idle" }) };
}
