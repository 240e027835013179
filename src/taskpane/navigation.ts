import { createContext, use } from "react";

export type ScreenId = "home" | "portfolio" | "market" | "compare" | "plan" | "functions" | "settings" | "glossary";

/** Where the pane is, and the way to elsewhere. */
export interface Navigation {
  readonly screen: ScreenId;
  /** what the screen was asked to show: in the portfolio a path such as "sites[0].uptime"; a new object with each request */
  readonly target: { readonly path: string } | undefined;
  /** screens that there are, in order */
  readonly screens: readonly ScreenId[];
  readonly open: (screen: ScreenId, path?: string) => void;
}

export const NavigationContext = createContext<Navigation>({ screen: "home", target: undefined, screens: ["home"], open: () => undefined });

export function useNavigation(): Navigation {
  return use(NavigationContext);
}
