import { asicModels, asOfMonth } from "../catalog/catalog";
import { ENGINE_VERSION } from "../units/version";
import { historyEnd } from "./market-figures";

/** The versions that results rest on: label and text. */
export function dataVersions(): (readonly [string, string])[] {
  const models = asicModels();
  const newest = models.flatMap((model) => asOfMonth(model) ?? []).sort().at(-1)!;
  return [
    ["Engine", `Hashplan ${ENGINE_VERSION}`],
    ["Machine catalog", `${models.length} models, ${newest}`],
    ["Market history until", historyEnd()],
  ];
}
