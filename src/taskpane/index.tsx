import { FluentProvider } from "@fluentui/react-components";
import { StrictMode, type ReactElement } from "react";
import { createRoot } from "react-dom/client";
import { ScenarioForm } from "./ScenarioForm";
import { usePaneTheme } from "./theme";

/** Shows the task pane in an empty element. */
export function mount(root: HTMLElement): void {
  createRoot(root).render(<StrictMode><Pane /></StrictMode>);
}

export function Pane(): ReactElement {
  return (
    <FluentProvider theme={usePaneTheme()} style={{ minHeight: "100vh" }}>
      <ScenarioForm />
    </FluentProvider>
  );
}
