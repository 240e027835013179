import "../support/resize-observer";
import { FluentProvider, webLightTheme } from "@fluentui/react-components";
import { act, render, waitFor } from "@testing-library/react";
import { useState, type ComponentType, type ReactElement } from "react";
import { PORTFOLIO_SCHEMA, resolved, type Schema } from "../../../src/planning/portfolio/schema";
import { schemaAt } from "../../../src/planning/portfolio/tables-fields";
import { NavigationContext } from "../../../src/taskpane/navigation";
import { PortfolioProvider, usePortfolio, type PortfolioStore } from "../../../src/taskpane/store";

/** The schema of a field of a list's entries: "sites.uptime". */
export function entryField(key: string): Schema {
  const [list, ...field] = key.split(".");
  return schemaAt(resolved(schemaAt(PORTFOLIO_SCHEMA, list!).items!), field.join("."));
}

/** What the navigation was asked to open. */
export const opened = jest.fn<void, [string, string?]>();

let store: PortfolioStore;

/** The store as it is now. */
export function storeNow(): PortfolioStore {
  return store;
}

/** Opens a screen with the store. @param sample to begin with @param path that the navigation asks the screen to show */
export async function openScreen(Screen: ComponentType, sample?: string, path?: string): Promise<void> {
  function Inside(): ReactElement {
    store = usePortfolio();
    const [navigation] = useState({ screen: "portfolio" as const, target: path === undefined ? undefined : { path }, screens: ["home", "portfolio", "plan", "glossary"] as const, open: opened });
    return <NavigationContext value={navigation}>{(sample === undefined || store.draft) && <Screen />}</NavigationContext>;
  }
  render(<FluentProvider theme={webLightTheme}><PortfolioProvider><Inside /></PortfolioProvider></FluentProvider>);
  await waitFor(() => { if (store.opening.phase === "busy" || store.opening.phase === "idle") throw new Error("still looking into the workbook"); });
  if (sample !== undefined) await act(() => store.startFromSample(sample));
}
