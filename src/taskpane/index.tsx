import { FluentProvider } from "@fluentui/react-components";
import { StrictMode, type ReactElement } from "react";
import { createRoot } from "react-dom/client";
import { LazyFunctions } from "./LazyFunctions";
import { PaneTabs, type PaneTab } from "./PaneTabs";
import { ScenarioForm } from "./ScenarioForm";
import { usePaneTheme } from "./theme";

/** Shows the task pane in an empty element. */
export function mount(root: HTMLElement): void {
  createRoot(root).render(<StrictMode><Pane /></StrictMode>);
}

const TABS: readonly PaneTab[] = [
  { id: "scenario", label: "Scenario", content: <ScenarioForm /> },
  { id: "functions", label: "Functions", content: <LazyFunctions /> },
];

export function Pane(): ReactElement {
  return (
    <FluentProvider theme={usePaneTheme()} style={{ minHeight: "100vh" }}>
      <PaneTabs label="Hashplan" tabs={TABS} />
    </FluentProvider>
  );
}
