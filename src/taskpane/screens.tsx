import type { ComponentType } from "react";
import { HomeScreen } from "./home/HomeScreen";
import type { ScreenId } from "./navigation";

/** A screen of the pane. One without code is not shown. */
export interface ScreenPlace {
  readonly id: ScreenId;
  readonly label: string;
  /** shown first; the others are fetched when they are opened */
  readonly Screen?: ComponentType;
  readonly load?: () => Promise<ComponentType>;
  /** in the menu "More" at any width */
  readonly inMenu?: true;
}

/** In the order of the tabs, which is the order of use. */
const PLACES: readonly ScreenPlace[] = [
  { id: "home", label: "Home", Screen: HomeScreen },
  { id: "portfolio", label: "Portfolio", load: async () => (await import("./portfolio/PortfolioScreen")).PortfolioScreen },
  { id: "market", label: "Market", load: async () => (await import("./market/MarketScreen")).MarketScreen },
  { id: "compare", label: "Compare", load: async () => (await import("./compare/CompareScreen")).CompareScreen },
  { id: "plan", label: "Plan", load: async () => (await import("./plan/PlanScreen")).PlanScreen },
  { id: "functions", label: "Functions", load: async () => (await import("./functions")).FunctionBrowser },
  { id: "glossary", label: "Glossary", load: async () => (await import("./glossary/GlossaryScreen")).GlossaryScreen, inMenu: true },
  { id: "settings", label: "Settings and about", load: async () => (await import("./settings/SettingsScreen")).SettingsScreen, inMenu: true },
];

export const SCREENS: readonly ScreenPlace[] = PLACES.filter(({ Screen, load }) => Screen ?? load);
