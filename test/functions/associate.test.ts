import { associateAll } from "../../src/functions/associate";
import { definitionOf } from "./support";

// What Excel's runtime, or a program in its place, gets to see of a function.

type Call = (...args: unknown[]) => unknown;

class ExcelError extends Error {
  constructor(readonly code: string, message?: string) {
    super(message);
  }
}

function associated(id: string, runtime: object): Call {
  const calls = new Map<string, Call>();
  (globalThis as { CustomFunctions?: unknown }).CustomFunctions = { associate: (name: string, call: Call) => calls.set(name, call), ...runtime };
  associateAll([definitionOf(id)]);
  return calls.get(id)!;
}
afterEach(() => delete (globalThis as { CustomFunctions?: unknown }).CustomFunctions);

/** What a call throws. */
function thrown(call: () => unknown): unknown {
  try {
    call();
  } catch (error) {
    return error;
  }
  throw new Error("it threw nothing");
}

test("scalars give a scalar; Excel's invocation object after the arguments is ignored", () => {
  const hashcost = associated("HASHCOST", { Error: ExcelError });
  expect(hashcost(20, 0.05)).toBe(24);
  expect(hashcost(20, 0.05, null, null, { functionName: "HASHCOST" })).toBe(24);
  expect(hashcost([[20]], [[0.05]], null, null)).toEqual([[24]]);
});

test("a single error is thrown with its sentence, also from a range of one cell", () => {
  const hashcost = associated("HASHCOST", { Error: ExcelError });
  for (const call of [() => hashcost(-1, 0.05), () => hashcost([[-1]], 0.05)]) {
    const error = thrown(call);
    expect(error).toBeInstanceOf(ExcelError);
    expect(error).toMatchObject({ code: "#VALUE!", message: "efficiency is -1 J/TH; allowed is above 0 J/TH." });
  }
  expect(thrown(() => hashcost("S99 Ultra", 0.05))).toMatchObject({ code: "#N/A" });
});

test("in a range each error stands in its cell; one that came in is returned, not thrown", () => {
  const hashcost = associated("HASHCOST", { Error: ExcelError });
  expect(hashcost([[20], [-1]], 0.05)).toEqual([[24], [expect.objectContaining({ code: "#VALUE!" })]]);
  expect(hashcost({ code: "#REF!", type: "CustomFunctionError" }, 0.05)).toMatchObject({ code: "#REF!" });
});

test("without an error class of the runtime it throws an Error with the same two fields", () => {
  const error = thrown(() => associated("HASHCOST", {})(-1, 0.05));
  expect(error).toBeInstanceOf(Error);
  expect(error).toMatchObject({ code: "#VALUE!", message: "efficiency is -1 J/TH; allowed is above 0 J/TH." });
});
