import type { PortfolioProblem } from "../../planning/portfolio";
import { inAnotherUnit } from "../../planning/portfolio/problem";
import type { Formats } from "../settings/formats";
import { shownSchema } from "../settings/shown-schema";
import { placeOf, type Draft } from "./draft";

/** Problems said in the units in which the forms show the fields: rules, values and hints with them. */
export function shownProblems(draft: Draft, problems: readonly PortfolioProblem[], formats: Formats): readonly PortfolioProblem[] {
  return problems.map((problem) => inAnotherUnit(draft, placeOf(problem.path), problem, (schema) => {
    const shown = shownSchema(schema, formats);
    return shown === schema ? undefined : { schema: shown, valueOf: (value) => formats.toShown(value, schema.unit!) };
  }));
}
