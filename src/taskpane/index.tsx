import { FluentProvider } from "@fluentui/react-components";
import { StrictMode, type ReactElement } from "react";
import { createRoot } from "react-dom/client";
import { PaneTabs } from "./PaneTabs";
import { SCREENS } from "./screens";
import { PortfolioProvider } from "./store";
import { usePaneTheme } from "./theme";

/** Shows the task pane in an empty element. */
export function mount(root: HTMLElement): void {
  createRoot(root).render(<StrictMode><Pane /></StrictMode>);
}

export function Pane(): ReactElement {
  return (
    <FluentProvider theme={usePaneTheme()} style={{ minHeight: "100vh" }}>
      <PortfolioProvider>
        <PaneTabs label="Hashplan" screens={SCREENS} />
      </PortfolioProvider>
    </FluentProvider>
  );
}
