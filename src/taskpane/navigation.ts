import { createContext, use } from "react";

export type ScreenId = "home" | "portfolio" | "market" | "compare" | "plan" | "share" | "functions" | "settings" | "glossary";

/** The guide's first page, published beside the pane. */
export const GUIDE = "help/guide/README.html";

/** Where the pane is, and the way to elsewhere. */
export interface Navigation {
  readonly screen: ScreenId;
  /** what the screen was asked to show: in the portfolio a path such as "sites[0].uptime", on Share what to do; a new object with each request */
  readonly target: { readonly path: string } | undefined;
  /** screens that there are, in order */
  readonly screens: readonly ScreenId[];
  readonly open: (screen: ScreenId, path?: string) => void;
}

export const NavigationContext = createContext<Navigation>({ screen: "home", target: undefined, screens: ["home"], open: () => undefined });

export function useNavigation(): Navigation {
  return use(NavigationContext);
}

type OpenScreen = Navigation["open"];
let opener: OpenScreen | undefined;
let waiting: Parameters<OpenScreen> | undefined;

/** Opens a screen from outside the pane, at once or as soon as the pane is there. */
export function openScreen(...request: Parameters<OpenScreen>): void {
  if (opener) opener(...request);
  else waiting = request;
}

/** Has the pane open what is asked for from outside. @returns takes that back */
export function answerRequests(open: OpenScreen): () => void {
  opener = open;
  if (waiting) open(...waiting);
  waiting = undefined;
  return () => { if (opener === open) opener = undefined; };
}
