import { useEffect } from "react";
import { usePortfolio } from "./store";

/** Looks at the workbook's tables when a screen that tells of them is shown, and whenever the user comes back from the grid. */
export function useSheetsLook(): void {
  const { lookAtSheets } = usePortfolio();
  useEffect(() => {
    // Where the workbook cannot be read now, what was last known stays; reading and writing say what is wrong.
    const look = (): void => void lookAtSheets().catch(() => undefined);
    look();
    window.addEventListener("focus", look);
    return () => window.removeEventListener("focus", look);
  }, [lookAtSheets]);
}
