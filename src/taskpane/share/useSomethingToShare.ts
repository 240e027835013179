import { useEffect, useState } from "react";
import { hasFormula } from "../../excel";
import { callsOurs } from "../../functions/live-formula";
import { useNavigation } from "../navigation";

/** Whether the workbook has anything that a copy would change, looked at anew each time the screen is shown until there is something. */
export function useSomethingToShare(built: boolean): "looking" | "nothing" | "something" {
  const { screen } = useNavigation();
  const [found, setFound] = useState<"looking" | "nothing" | "something">("looking");
  useEffect(() => {
    if (built || screen !== "share" || found === "something") return;
    let gone = false;
    // Where the look fails, whoever shares learns why.
    hasFormula(callsOurs).then((has) => has, () => true).then((has) => { if (!gone) setFound(has ? "something" : "nothing"); }, () => undefined);
    return () => void (gone = true);
  }, [built, screen, found]);
  return built ? "something" : found;
}
