import { FluentProvider } from "@fluentui/react-components";
import { StrictMode, type KeyboardEvent, type ReactElement } from "react";
import { createRoot } from "react-dom/client";
import { PaneTabs } from "./PaneTabs";
import { SCREENS } from "./screens";
import { PortfolioProvider } from "./store";
import { usePaneTheme } from "./theme";

export { openScreen } from "./navigation";

/** Shows the task pane in an empty element. */
export function mount(root: HTMLElement): void {
  createRoot(root).render(<StrictMode><Pane /></StrictMode>);
}

export function Pane(): ReactElement {
  return (
    <FluentProvider theme={usePaneTheme()} style={{ minHeight: "100vh" }} onKeyDown={tabAsTheBrowserDoes}>
      <PortfolioProvider>
        <PaneTabs label="Hashplan" screens={SCREENS} />
      </PortfolioProvider>
    </FluentProvider>
  );
}

/**
 * In Excel on the web office.js moves the focus for Tab itself, and leaves the pane where it knows no way on from: headings that a
 * screen begins at, which are no stops for Tab. From those the browser finds the next stop.
 */
function tabAsTheBrowserDoes(event: KeyboardEvent): void {
  if (event.key === "Tab" && (event.target as HTMLElement).tabIndex < 0) event.stopPropagation();
}
