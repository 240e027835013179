import Ajv from "ajv";
import definitions from "../../src/functions/all.registry";
import snapshot from "../../src/functions/functions.json";
import { functionsJson } from "../../src/functions/metadata";
import schema from "@microsoft/app-manifest/build/json-schemas/teams/v1.30/MicrosoftTeams.schema.json";

interface Entry { readonly id: string; readonly parameters: readonly { readonly optional?: boolean }[]; readonly result: { readonly dimensionality: string } }
const metadata = functionsJson({ helpBaseUrl: "https://localhost:3000/help/" }) as { functions: Entry[]; enums: { id: string }[]; allowErrorForDataTypeAny: boolean };

test("meets Microsoft's schema of custom-function metadata", () => {
  const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });
  ajv.addSchema({ ...schema, $schema: undefined, $id: "teams" });
  // The schema does not know this key yet; Microsoft's page on the JSON metadata has it at the top level.
  const { allowErrorForDataTypeAny, ...known } = metadata;
  expect(allowErrorForDataTypeAny).toBe(true);
  // It knows the dimensionality of a result, not its type.
  const checked = { ...known, functions: known.functions.map((each) => ({ ...each, result: { dimensionality: each.result.dimensionality } })) };
  const validate = ajv.compile({ $ref: "teams#/definitions/extensionCustomFunctions" });
  validate(checked);
  expect(validate.errors ?? []).toEqual([]);
});

test("the schema does catch a bad record", () => {
  const ajv = new Ajv({ strict: false, validateFormats: false });
  ajv.addSchema({ ...schema, $schema: undefined, $id: "teams" });
  const validate = ajv.compile({ $ref: "teams#/definitions/extensionCustomFunctions" });
  expect(validate({ functions: [{ id: "X", name: "X", helpUrl: "http://x" }] })).toBe(false);
});

test("ids and enum ids are unique, names are no cell reference", () => {
  const ids = definitions.map((definition) => definition.id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter((id) => /^[A-Z]{1,3}\d+$/.test(id) || id.length < 3)).toEqual([]);
  const enums = metadata.enums.map((each) => each.id);
  expect(new Set(enums).size).toBe(enums.length);
});

test("what the committed snapshot promises is unchanged: ids, names, order and kind of arguments", () => {
  const now = new Map(metadata.functions.map((each) => [each.id, each]));
  for (const entry of snapshot.functions as Entry[]) expect(now.get(entry.id)).toEqual(entry);
});

test("optional arguments come last", () => {
  for (const { id, parameters } of metadata.functions) {
    const optional = parameters.map((parameter) => parameter.optional === true);
    expect({ id, optional: [...optional].sort() }).toEqual({ id, optional });
  }
});

test("a call may end before an argument that a choice makes unneeded, so that Excel takes =MINE.BREAKEVEN(\"power\", 45, \"S19j Pro\")", () => {
  const required = (id: string): number => metadata.functions.find((each) => each.id === id)!.parameters.filter(({ optional }) => optional !== true).length;
  // solve_for, hashprice and efficiency; a price of bitcoin stands before what is always needed
  expect([required("BREAKEVEN"), required("HASHPRICE")]).toEqual([3, 3]);
});
