import fc from "fast-check";
import definitions from "../../src/functions/all.registry";
import { checkedFunction } from "../../src/functions/call";
import { CellError } from "../../src/functions/cell-error";
import type { Argument, FunctionDefinition, NumberArgument, NumbersArgument } from "../../src/functions/definition";
import { isOptional } from "../../src/functions/metadata";
import { twinFormula } from "../../src/functions/twin";
import { calculate, columnName, type Content } from "./libreoffice";

// Every native formula, calculated by LibreOffice on random arguments, against the function itself.

const SETS_PER_FUNCTION = 60;
const REFUSED_SETS = 5;
const SEED = 20260821;
const DRAWS = 20 * SETS_PER_FUNCTION;

/** Plausible magnitudes by unit; bare numbers by name. Drawn evenly over the orders of magnitude, inside what the argument allows. */
const MAGNITUDES: Readonly<Record<string, readonly [number, number]>> = {
  "$/PH/day": [5, 200], "J/TH": [8, 100], "$/kWh": [0.005, 0.2], fraction: [0.001, 0.9], "$/BTC": [1e4, 3e5], "BTC/block": [0.2, 50], "BTC/PH/day": [1e-4, 1e-2],
  "PH/s": [0.01, 5e4], "EH/s": [1, 5000], "TH/s": [1, 900], W: [500, 12000], MW: [0.1, 1000], kWh: [1e3, 1e8], seconds: [300, 1200], days: [0.5, 400], years: [0.1, 10],
  hours: [1, 800], $: [1, 1e8], "$/month": [1e3, 1e7], "$/TH": [1, 100], "$/kW-month": [1, 30], "$/kW-year": [1, 150], BTC: [0.1, 1e5], "1/year": [0.05, 5],
  difficulty: [1e12, 3e14], pue: [1.001, 2], value: [1e-3, 1e6], sigma: [0.05, 2], load: [0.1, 100],
};
/** Counts of things and of years. */
const WHOLE: Readonly<Record<string, readonly [number, number]>> = { blocks: [0, 8e6], machines: [1, 20000], peaks: [1, 12], year: [1, 25] };
const ONE_OF: Readonly<Record<string, readonly number[]>> = { life: [3, 5, 7, 10, 15, 20] };
/** Where a sign makes sense, one draw in four has it. */
const SIGNED: ReadonlySet<string> = new Set(["other", "other_opex_per_ph_day", "profit", "cfads", "corporate", "monthly_burn", "value", "power_price", "rate", "adders"]);

function numberArbitrary(argument: NumberArgument | NumbersArgument): fc.Arbitrary<number> {
  if (ONE_OF[argument.name]) return fc.constantFrom(...ONE_OF[argument.name]!);
  const whole = WHOLE[argument.unit] ?? WHOLE[argument.name];
  if (whole) return fc.integer({ min: whole[0], max: whole[1] });
  const magnitudes = MAGNITUDES[argument.unit] ?? MAGNITUDES[argument.name];
  if (!magnitudes) throw new Error(`Say in MAGNITUDES what is plausible for ${argument.name} in "${argument.unit}".`);
  const { min = -Infinity, max = Infinity } = argument.allowed;
  const [low, high] = [Math.max(magnitudes[0], min), Math.min(magnitudes[1], max * (1 - 1e-6))];
  const positive = fc.integer({ min: 0, max: 1e6 }).map((i) => low * (high / low) ** (i / 1e6));
  return SIGNED.has(argument.name) && min < 0 ? fc.tuple(positive, fc.integer({ min: 0, max: 3 })).map(([value, sign]) => (sign === 0 ? Math.max(-value, min) : value)) : positive;
}

/** A value or a list of `length` values; null where the argument is left out. */
function arbitrary(argument: Argument, length: number): fc.Arbitrary<Drawn> {
  const value = (): fc.Arbitrary<Drawn> => {
    switch (argument.kind) {
      case "number":
        return numberArbitrary(argument);
      case "numbers":
        return fc.array(numberArbitrary(argument), { minLength: length, maxLength: length });
      case "choice":
        return fc.constantFrom(...Object.keys(argument.choices));
      case "flag":
        return fc.boolean();
      default:
        throw new Error(`A native formula of an argument of kind ${argument.kind} is new: say here how it is drawn.`);
    }
  };
  return isOptional(argument) ? fc.option(value(), { freq: 3 }) : value();
}
type Drawn = number | string | boolean | number[] | null;

interface Case {
  readonly definition: FunctionDefinition;
  readonly args: readonly Drawn[];
  /** undefined where there is no answer: #N/A */
  readonly expected: number | string | boolean | undefined;
}

/** Argument sets on which the function gives a value, and a few to which there is no answer. What it refuses as wrong input is left out: native formulas check nothing. */
function cases(definition: FunctionDefinition): readonly Case[] {
  const sets = fc.integer({ min: 1, max: 6 }).chain((length) => fc.tuple(...definition.arguments.map((argument) => arbitrary(argument, length))));
  const call = checkedFunction(definition);
  const drawn = fc.sample(sets, { seed: SEED, numRuns: DRAWS }).flatMap((args): Case[] => {
    const result = call(args.map((arg) => (Array.isArray(arg) ? [arg] : arg)));
    if (result instanceof CellError) return result.code === "#N/A" ? [{ definition, args, expected: undefined }] : [];
    return typeof result === "object" ? [] : [{ definition, args, expected: result }];
  });
  const refused = drawn.filter((each) => each.expected === undefined);
  return [...drawn.filter((each) => each.expected !== undefined).slice(0, SETS_PER_FUNCTION), ...refused.slice(0, REFUSED_SETS)];
}

const LITERAL_AT = 2;
const BLANK_AT = 1;
/** Far beyond the cells of any row. */
const BLANK_COLUMN = "ZZ";

/** A row: the formula over the cells after it; every third with literals in place of single cells, and every third with a blank cell for a single one left out. */
function row({ definition, args }: Case, i: number): Content[] {
  const cells: Content[] = [];
  const texts = args.map((arg, position) => {
    const argument = definition.arguments[position]!;
    if (arg === null) return i % 3 === BLANK_AT && argument.kind !== "numbers" ? `${BLANK_COLUMN}${i + 1}` : "";
    if (i % 3 === LITERAL_AT && argument.kind !== "numbers") return typeof arg === "string" ? `"${arg}"` : String(arg).toUpperCase();
    const start = cells.length + 1;
    cells.push(...(Array.isArray(arg) ? arg : [arg]));
    const address = (column: number): string => `${columnName(column)}${i + 1}`;
    return Array.isArray(arg) ? `${address(start)}:${address(cells.length)}` : address(start);
  });
  return [{ formula: twinFormula(definition, texts)! }, ...cells];
}

const twins = definitions.filter((definition) => definition.twin);
const all = twins.flatMap(cases);
let results: string[][] = [];

beforeAll(() => {
  results = calculate(all.map(row));
}, 180_000);

test("every function marked † in the reference has a native formula", () => {
  const marked = [
    "SUBSIDY", "HALVINGHEIGHT", "BLOCKREWARD", "NETHASHRATE", "DIFFICULTY", "RETARGET", "HASHPRICE", "HASHVALUE", "EFFICIENCY", "FLEETEFFICIENCY", "MACHINES", "HASHRATEPERMW",
    "MININGREVENUE", "POWERCOST", "HASHCOST", "MARGIN", "BREAKEVEN", "BREAKEVENPRICE", "BREAKEVENDIFFICULTY", "HEADROOM", "COSTPERBTC", "ALLINHASHCOST", "NETPOWERPRICE",
    "STRIKEPRICE", "POWERALLIN", "TOUPRICE", "CPSAVING", "RESPONSEELASTICITY", "FORWARDHASHPRICE", "IMPLIEDDIFFICULTY", "FORWARDPNL", "MACRS", "DSCR", "LTV", "RUNWAY", "BTCTOSELL",
    "HOSTINGBILL", "LANDEDCOST", "CONVERTMINE",
  ];
  const ids = new Set(twins.map((definition) => definition.id));
  expect(marked.filter((id) => !ids.has(id))).toEqual([]);
});

test.each(twins.map((definition) => [definition.id, definition] as const))("%s: LibreOffice agrees to 1e-9 on at least 50 argument sets", (_, definition) => {
  const rows = all.flatMap((each, i) => (each.definition === definition && each.expected !== undefined ? [{ args: each.args, expected: each.expected, i }] : []));
  expect(rows.length).toBeGreaterThanOrEqual(50);
  const apart = rows.flatMap(({ args, expected, i }) => {
    const text = results[i]?.[0] ?? "";
    const agrees = typeof expected === "number" ? text !== "" && Math.abs(Number(text) - expected) <= 1e-9 * (Math.abs(expected) || 1) : text === String(expected).toUpperCase();
    return agrees ? [] : [{ args, expected, libreOffice: text, formula: row(all[i]!, i)[0] }];
  });
  expect(apart.slice(0, 3)).toEqual([]);
});

test("where there is no answer, the native formula shows an error too", () => {
  const refused = all.flatMap((each, i) => (each.expected === undefined ? [{ id: each.definition.id, args: each.args, libreOffice: results[i]?.[0] ?? "" }] : []));
  expect(new Set(refused.map(({ id }) => id)).size).toBeGreaterThanOrEqual(1);
  expect(refused.filter(({ libreOffice }) => !/^(#|Err:)/.test(libreOffice))).toEqual([]);
});

test("optional arguments and every choice are drawn both ways", () => {
  for (const definition of twins) {
    const mine = all.filter((each) => each.definition === definition && each.expected !== undefined);
    definition.arguments.forEach((argument, position) => {
      const drawn = new Set(mine.map(({ args }) => (args[position] === null ? "left out" : typeof args[position] === "string" ? args[position] : "given")));
      const wanted = [...(isOptional(argument) ? ["left out"] : []), ...(argument.kind === "choice" ? Object.keys(argument.choices) : ["given"])];
      expect([definition.id, argument.name, wanted.filter((each) => !drawn.has(each))]).toEqual([definition.id, argument.name, []]);
    });
  }
});
