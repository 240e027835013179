import definitions from "../../src/functions/all.registry";
import { checkedFunction, type CheckedFunction } from "../../src/functions/call";
import type { FunctionDefinition } from "../../src/functions/definition";

export function definitionOf(id: string): FunctionDefinition {
  const definition = definitions.find((each) => each.id === id);
  if (!definition) throw new Error(`There is no function ${id}`);
  return definition;
}

/** The function as Excel would call it, with errors as values. */
export function mine(id: string): (...args: unknown[]) => ReturnType<CheckedFunction> {
  const call = checkedFunction(definitionOf(id));
  return (...args) => call(args);
}

/** The call as a person types it. */
export function formulaText(definition: FunctionDefinition, args: readonly unknown[]): string {
  return `=MINE.${definition.id}(${args.map((arg) => (arg === null ? "" : typeof arg === "boolean" ? String(arg).toUpperCase() : JSON.stringify(arg))).join(",")})`;
}
