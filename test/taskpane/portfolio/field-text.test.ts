import { PORTFOLIO_SCHEMA } from "../../../src/planning/portfolio/schema";
import { schemaAt } from "../../../src/planning/portfolio/tables-fields";
import { entryField } from "./support";
import { aboutField, fieldText, fieldValue, prefixOf, suffixOf } from "../../../src/taskpane/portfolio/field-text";

const field = (key: string) => entryField(key);
const uptime = field("sites.uptime");
const price = field("contracts.energy.priceUsdKwh");
const opex = field("sites.fixedOpexUsdMonth");
const difficulty = schemaAt(PORTFOLIO_SCHEMA, "market.start.difficulty");
const escalation = field("contracts.escalationAnnual");

test.each<[string, typeof uptime, unknown]>([
  ["97%", uptime, 0.97],
  ["97 %", uptime, 0.97],
  ["0.97", uptime, 0.97],
  ["2% a year", escalation, 0.02],
  ["0.055", price, 0.055],
  ["$0.055", price, 0.055],
  ["0.055 $/kWh", price, 0.055],
  ["$0.055/kWh", price, 0.055],
  ["5.5c", price, 0.055],
  ["5.5 c/kWh", price, 0.055],
  ["5.5¢", price, 0.055],
  ["$1,234.50", opex, 1234.5],
  ["6.5M", opex, 6_500_000],
  ["$50k", opex, 50_000],
  ["55,000 $/month", opex, 55_000],
  ["127.5T", difficulty, 127.5e12],
  ["127,479,855,693,691.4", difficulty, 127_479_855_693_691.4],
  ["", opex, undefined],
  ["  ", uptime, undefined],
  ["abc", uptime, "abc"],
  ["1,00", opex, "1,00"],
])("%j is read", (text, schema, value) => {
  expect(fieldValue(schema, text)).toBe(value);
});

test.each<[number, typeof uptime, string]>([[0.97, uptime, "97%"], [0.07, uptime, "7%"], [0.285, uptime, "28.5%"], [55000, opex, "55,000"], [127_479_855_693_691.4, difficulty, "127,479,855,693,691.4"], [0.0555, price, "0.0555"]])("%d is shown and read back", (value, schema, text) => {
  expect(fieldText(schema, value)).toBe(text);
  expect(fieldValue(schema, text)).toBe(value);
});

test("what is no number is shown as it is", () => {
  expect([fieldText(uptime, "abc"), fieldText(uptime, undefined), fieldText(uptime, null), fieldText(uptime, true)]).toEqual(["abc", "", "", "true"]);
});

test("units stand beside the number", () => {
  expect([suffixOf(uptime), suffixOf(escalation), suffixOf(price), prefixOf(schemaAt(PORTFOLIO_SCHEMA, "market.start.btcPriceUsd"))]).toEqual(["of time", "a year", "$/kWh", "$"]);
});

test("a label's information says what the field is, what is allowed and what it is when left out", () => {
  expect(aboutField(field("sites.minHoursOff"))).toBe("Hours for which the site stands still once it has stopped for a high price. Allowed: a whole number from 0 to 168 (h). Left out: 0.");
  expect(aboutField(uptime)).toMatch(/5% and 0\.05 are the same\./);
  expect(aboutField(field("sites.id"))).toBe("How contracts and fleets refer to it.");
});
