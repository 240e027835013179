import { createDarkTheme, createLightTheme, type BrandVariants, type Theme } from "@fluentui/react-components";
import { useSyncExternalStore } from "react";
import { officeBackground } from "../excel";

/** Shades of the workbook's navy and green, dark to light. */
const BRAND: BrandVariants = {
  10: "#020507", 20: "#0C1A24", 30: "#0E2B3D", 40: "#103951", 50: "#124866", 60: "#14577B", 70: "#176691", 80: "#1C76A6",
  90: "#3486B4", 100: "#4E96C0", 110: "#67A6CB", 120: "#80B6D6", 130: "#99C6E0", 140: "#B3D6EA", 150: "#CDE6F4", 160: "#E7F4FB",
};
const LIGHT = createLightTheme(BRAND);
const DARK: Theme = { ...createDarkTheme(BRAND), colorBrandForeground1: BRAND[110], colorBrandForeground2: BRAND[120], colorBrandForegroundLink: BRAND[110], colorBrandForegroundLinkHover: BRAND[120] };

/** Below this a background counts as dark (relative brightness, 0 to 1). */
const DARK_BELOW = 0.5;

/** Fluent's theme for the pane: as dark as Office's own panes, or as the system asks where Office does not tell. */
export function usePaneTheme(): Theme {
  const systemDark = useSyncExternalStore(subscribe, () => systemQuery()?.matches ?? false);
  const background = officeBackground();
  const dark = background ? brightness(background) < DARK_BELOW : systemDark;
  return dark ? DARK : LIGHT;
}

function systemQuery(): MediaQueryList | undefined {
  return typeof window.matchMedia === "function" ? window.matchMedia("(prefers-color-scheme: dark)") : undefined;
}

function subscribe(listener: () => void): () => void {
  const query = systemQuery();
  query?.addEventListener("change", listener);
  return () => query?.removeEventListener("change", listener);
}

/** Mean of the three channels of "#RRGGBB", 0 to 1; a text of another form counts as light. */
export function brightness(color: string): number {
  const [, red, green, blue] = /^#?([\da-f]{2})([\da-f]{2})([\da-f]{2})/i.exec(color) ?? [];
  if (!red || !green || !blue) return 1;
  return (parseInt(red, 16) + parseInt(green, 16) + parseInt(blue, 16)) / (3 * 255);
}
