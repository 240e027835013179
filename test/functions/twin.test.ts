import definitions from "../../src/functions/all.registry";
import { twinFormula, twinLambda } from "../../src/functions/twin";
import { definitionOf } from "./support";

test("arguments are put in with brackets where needed, defaults where left out", () => {
  expect(twinFormula(definitionOf("HASHCOST"), ["B2", "$C$3/1000"])).toBe("24*B2*($C$3/1000)*1+0");
  expect(twinFormula(definitionOf("HASHPRICE"), ["Market!B1", "1.3E14", "3.16", "", '"EH"'])).toBe("Market!B1*3.16*86400*10^15/(1.3E14*2^32)*(1-0)*1000");
});

test("a choice is settled at once when it is a literal, and by IF when it is a reference", () => {
  expect(twinFormula(definitionOf("BREAKEVEN"), ['"Power"', "B1", "20"])).toBe("((B1*(1-0)-0)/(24*20*1))");
  expect(twinFormula(definitionOf("MARGIN"), ["B1", "20", "0.05", "", "", "A1"])).toContain('IF(A1="$",');
});

test("the LAMBDA keeps names and order and fills in what is omitted", () => {
  expect(twinLambda(definitionOf("HASHCOST"))).toBe("LAMBDA(efficiency,power_price,[pue],[other_opex_per_ph_day],24*efficiency*power_price*IF(ISOMITTED(pue),1,pue)+IF(ISOMITTED(other_opex_per_ph_day),0,other_opex_per_ph_day))");
  expect(twinLambda(definitionOf("ASICS"))).toBeUndefined();
});

test("every twin is short enough for a name and holds no call of the add-in", () => {
  for (const definition of definitions) {
    const lambda = twinLambda(definition);
    if (lambda !== undefined) expect([definition.id, lambda.length < 8192, lambda.includes("MINE.")]).toEqual([definition.id, true, false]);
  }
});
