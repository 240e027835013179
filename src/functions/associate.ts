import { checkedFunction } from "./call";
import { CellError } from "./cell-error";
import { withoutStacks } from "./without-stacks";
import type { FunctionDefinition } from "./definition";

/** Hands every function to Excel's custom-function runtime under its id. */
export function associateAll(definitions: readonly FunctionDefinition[]): void {
  for (const definition of definitions) {
    const call = checkedFunction(definition);
    const count = definition.arguments.length;
    // Excel appends the invocation object to the arguments, hence the cut. A single error is thrown, since the
    // runtime keeps the sentence of a thrown one; an error that came in as an argument is returned, since a
    // thrown #REF! or #NAME? would show as #VALUE!.
    CustomFunctions.associate(definition.id, (...raw: unknown[]) => {
      const result = call(raw.length > count ? raw.slice(0, count) : raw);
      if (result instanceof CellError) {
        if (result.passedOn) return excelError(result);
        throw excelError(result);
      }
      if (!Array.isArray(result)) return result;
      const [only] = result.length === 1 && result[0]!.length === 1 ? result[0]! : [];
      if (only instanceof CellError && !only.passedOn) throw excelError(only);
      return withoutStacks(() => result.map((row) => row.map((value) => (value instanceof CellError ? excelError(value) : value))));
    });
  }
}

/** Outside a host, in a plain browser or a program, office.js has no error class of its own: then an Error with the same two fields. */
function excelError({ code, message }: CellError): CustomFunctions.Error {
  if (typeof CustomFunctions.Error !== "function") return Object.assign(new Error(message), { code: code as CustomFunctions.ErrorCode });
  return new CustomFunctions.Error(code as CustomFunctions.ErrorCode, message || undefined);
}
