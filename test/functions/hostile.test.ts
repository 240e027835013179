import fc from "fast-check";
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { runInThisContext } from "node:vm";
import type { Argument, FunctionDefinition } from "../../src/functions/definition";
import type * as CheckedFunctions from "./checked-functions";

// Whatever stands in the arguments, a function gives a number, a text, TRUE or FALSE, a table of these, or an error with a
// sentence: never NaN, infinity, a negative zero or an exception, and never after more than 200 ms.

// jest runs tests in a context of its own, where every use of a global such as Math is many times slower than anywhere
// else. So the functions are bundled and run in the process's own context, as fast as in a browser.
const bundle = execFileSync(
  process.execPath,
  ["--input-type=module", "-e", `import { bundleTypeScript } from "./tools/lib/typescript.mjs"; process.stdout.write(await bundleTypeScript("test/functions/checked-functions.ts", { format: "iife", globalName: "checked" }));`],
  { cwd: join(__dirname, "../.."), encoding: "utf8", maxBuffer: 2 ** 26 },
);
const { definitions, checkedFunction, CellError, EXCEL_ERRORS } = runInThisContext(`(() => { ${bundle}; return checked; })()`) as typeof CheckedFunctions;

const RUNS = 600;
const LONGEST_MS = 200;

const extremeNumber = fc.constantFrom(0, -0, 1, -1, 0.5, 2, 1e-9, 5e-324, -5e-324, 1e-300, 1e9, 1e15, 1e100, 1e300, -1e300, Number.MAX_VALUE, -Number.MAX_VALUE, Number.MAX_SAFE_INTEGER, 2 ** 31, NaN, Infinity, -Infinity);
const text = fc.oneof(
  fc.constantFrom("", " ", "S21 XP", "s19j pro", "Antminer S21 200 TH/s", "130T", "12", "1,5", "5%", "1e400", "TRUE", "2026-07", "2026-02-30", "9999-12", "=1+1", "hashprice", "stock", "eff<20;cooling=hydro", ";;;", "eff<", "HASHCOST", "SENSITIVITY", "__proto__", "constructor", "toString", "#N/A"),
  fc.string({ unit: "grapheme", maxLength: 12 }),
  fc.constant("x".repeat(40000)),
);
const excelError = fc.constantFrom({ code: "#DIV/0!" }, { type: "Error", basicValue: "#REF!" }, { errorCode: "#NAME?" }, new CellError("#NUM!", ""));
const object = fc.oneof(fc.object({ maxDepth: 1 }), fc.constantFrom<unknown>(new Date(0), Object.create(null), () => 1, Symbol("x"), 10n, new Map(), { code: "no error" }, { valueOf: () => NaN }));
const cell = fc.oneof({ weight: 4, arbitrary: extremeNumber }, { weight: 2, arbitrary: fc.double() }, { weight: 3, arbitrary: text }, fc.boolean(), fc.constantFrom(null, undefined), excelError, object);
const range = fc.oneof(
  fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 })).chain(([rows, columns]) => fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows })),
  fc.constantFrom<unknown[]>([], [[]], [[1], [1, 2]], [1, 2, 3], [[[1]]]),
);
const anything = fc.oneof({ weight: 5, arbitrary: cell }, { weight: 2, arbitrary: range });

/** What the argument admits, with a liking for the ends of its range: these calls reach the computation. */
function admitted(argument: Argument): fc.Arbitrary<unknown> {
  switch (argument.kind) {
    case "number":
    case "numbers": {
      const { min = -Infinity, max = Infinity } = argument.allowed;
      const ends = [min, max, min + 1e-12, max - 1e-12, min + 1, 0, 1, 1e-300, 1e-12, 1e-3, 0.05, 0.3, 10, 45, 1e3, 1e6, 1e12, 1e300, -1, -1e300, ...("default" in argument && argument.default !== undefined ? [argument.default] : [])];
      const number = fc.constantFrom(...ends.filter((value) => value >= min && value <= max && Number.isFinite(value)));
      return argument.kind === "number" ? number : fc.array(fc.array(number, { minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 2 });
    }
    case "choice":
      return fc.constantFrom(...Object.keys(argument.choices));
    case "flag":
      return fc.boolean();
    case "date":
      return fc.oneof(fc.integer({ min: 40000, max: 46300 }), fc.constantFrom(61, 2958465, "2010-01", "2026-08", "2024-02-29"));
    case "model":
      return fc.constantFrom("S21 XP", "T21 190", "s19 95", "S19j Pro 104", "S19k Pro 120");
    case "text":
      return fc.constantFrom("HASHPRICE", "MARGIN", "stock", "eff<20", "cooling=air;eff>10");
    case "machines":
      return fc.constantFrom<unknown>(null, [["My rig", 110, 3080, "air", 5, 46000, "measured"]], [["Name", "Power (W)", "Hashrate (TH/s)"], ["S21 XP", 3600, 280], ["Other", "", ""]], [["", "", ""]]);
    case "list":
      return fc.array(fc.oneof(extremeNumber, text, fc.constant(null)), { minLength: 1, maxLength: 6 }).map((cells) => [cells]);
  }
}

function callOf(definition: FunctionDefinition): fc.Arbitrary<unknown[]> {
  const like = (usual: (argument: Argument, i: number) => fc.Arbitrary<unknown>, hostile: number): fc.Arbitrary<unknown[]> =>
    fc.tuple(...definition.arguments.map((argument, i) => fc.oneof({ weight: 10, arbitrary: usual(argument, i) }, { weight: hostile, arbitrary: anything })));
  const examples = definition.examples.map(({ args }) => like((_, i) => fc.constant(args[i]), 1));
  return fc.oneof({ weight: 5, arbitrary: like(admitted, 0) }, { weight: 3, arbitrary: like(admitted, 2) }, { weight: 2, arbitrary: fc.array(anything, { maxLength: definition.arguments.length + 2 }) }, ...examples);
}

/** What is wrong with a cell, or undefined. */
function fault(value: unknown): string | undefined {
  if (typeof value === "string" || typeof value === "boolean") return undefined;
  if (typeof value === "number") return Number.isFinite(value) && !Object.is(value, -0) ? undefined : `the number ${Object.is(value, -0) ? "-0" : value}`;
  if (!(value instanceof CellError)) return `no cell value: ${typeof value}`;
  if (!EXCEL_ERRORS.includes(value.code)) return `no error of Excel: ${String(value.code)}`;
  return value.passedOn || /^\S.*[.?)]$/s.test(value.message) ? undefined : `no sentence: "${value.message}"`;
}

function faults(result: unknown): string | undefined {
  if (!Array.isArray(result)) return fault(result);
  const rows = result as unknown[][];
  const width = rows[0]?.length ?? 0;
  if (width === 0 || rows.some((row) => row.length !== width)) return "an empty or uneven table";
  return rows.flat().map(fault).find((each) => each !== undefined);
}

/** Time of the processor, not of the clock, and the fastest of a few tries: others may be at work on the machine. */
function milliseconds(call: () => unknown): number {
  let fastest = Infinity;
  for (let i = 0; i < 4 && fastest > LONGEST_MS; i++) {
    const start = process.cpuUsage();
    call();
    const { user, system } = process.cpuUsage(start);
    fastest = Math.min(fastest, (user + system) / 1000);
  }
  return fastest;
}

test.each(definitions.map((definition) => [definition.id, definition] as const))("%s", (_, definition) => {
  const call = checkedFunction(definition);
  let values = 0;
  fc.assert(
    fc.property(callOf(definition), (args) => {
      let result: unknown;
      const time = milliseconds(() => (result = call(args)));
      expect(faults(result)).toBeUndefined();
      expect(time).toBeLessThan(LONGEST_MS);
      if (!(result instanceof CellError)) values++;
    }),
    { numRuns: RUNS, seed: 7 },
  );
  // Not all calls end in a refusal.
  expect(values).toBeGreaterThan(0);
}, 60_000);

test("the largest SENSITIVITY of the slowest function takes no longer either", () => {
  const call = checkedFunction(definitions.find(({ id }) => id === "SENSITIVITY")!);
  const values = Array.from({ length: 500 }, (_, i) => 20 + i / 10);
  let rows: unknown;
  expect(milliseconds(() => (rows = call(["ASICVALUE", [[45, 36, 50, 0.1, 0.2, 0.5, 1]], "hashprice", [values]])))).toBeLessThan(LONGEST_MS);
  expect((rows as unknown[][]).flat().filter((each) => typeof each === "number")).toHaveLength(1000);
});

test("what is wrong is seen", () => {
  expect([NaN, Infinity, -0, null, undefined, {}, new CellError("#VALUE!", ""), new CellError("#NO!" as "#VALUE!", "A sentence."), [[1], [1, 2]], [], [[NaN]]].map((value) => faults(value) !== undefined)).toEqual(Array.from({ length: 11 }, () => true));
  expect([1, "", true, new CellError("#N/A", "A sentence."), new CellError("#REF!", "", true), [[1, "a"]]].map(faults)).toEqual(Array.from({ length: 6 }, () => undefined));
});
