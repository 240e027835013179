import type { ComponentType } from "react";
import { HomeScreen } from "./home/HomeScreen";
import type { ScreenId } from "./navigation";

/** A screen of the pane. */
export interface ScreenPlace {
  readonly id: ScreenId;
  readonly label: string;
  /** of the one that is shown first; the others are fetched when they are opened */
  readonly Screen?: ComponentType;
  readonly load: () => Promise<ComponentType>;
  /** in the menu "More" at any width */
  readonly inMenu?: true;
  /** tabs with higher ones stay longest as the pane gets narrow */
  readonly rank: number;
}

/** In the order of the tabs, which is the order of use. */
export const SCREENS: readonly ScreenPlace[] = [
  { id: "home", label: "Home", rank: 6, Screen: HomeScreen, load: () => Promise.resolve(HomeScreen) },
  { id: "portfolio", label: "Portfolio", rank: 5, load: async () => (await import("./portfolio/PortfolioScreen")).PortfolioScreen },
  { id: "market", label: "Market", rank: 3, load: async () => (await import("./market/MarketScreen")).MarketScreen },
  { id: "compare", label: "Compare", rank: 2, load: async () => (await import("./compare/CompareScreen")).CompareScreen },
  { id: "plan", label: "Plan", rank: 4, load: async () => (await import("./plan/PlanScreen")).PlanScreen },
  { id: "share", label: "Share", rank: 1.5, load: async () => (await import("./share/ShareScreen")).ShareScreen },
  { id: "functions", label: "Functions", rank: 1, load: async () => (await import("./functions")).FunctionBrowser },
  { id: "glossary", label: "Glossary", rank: 0, load: async () => (await import("./glossary/GlossaryScreen")).GlossaryScreen, inMenu: true },
  { id: "settings", label: "Settings and about", rank: 0, load: async () => (await import("./settings/SettingsScreen")).SettingsScreen, inMenu: true },
];
