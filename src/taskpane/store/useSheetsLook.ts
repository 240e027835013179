import { useEffect } from "react";
import { usePortfolio } from "./store";

/** As the pane opens the tables were read just before a screen tells of them. */
const JUST_NOW_MS = 1000;

/** Looks at the workbook's tables when a screen that tells of them is shown, and whenever the user comes back from the grid. */
export function useSheetsLook(): void {
  const { lookAtSheets } = usePortfolio();
  useEffect(() => {
    // Where the workbook cannot be read now, what was last known stays; reading and writing say what is wrong.
    const look = (olderThanMs?: number): void => void lookAtSheets(olderThanMs).catch(() => undefined);
    const onFocus = (): void => look();
    look(JUST_NOW_MS);
    window.addEventListener("focus", onFocus);
    return () => window.removeEventListener("focus", onFocus);
  }, [lookAtSheets]);
}
