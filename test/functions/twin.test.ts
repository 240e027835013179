import definitions from "../../src/functions/all.registry";
import { twinFormula, twinLambda } from "../../src/functions/twin";
import { definitionOf } from "./support";

test("arguments are put in with brackets where needed, defaults where left out", () => {
  expect(twinFormula(definitionOf("HASHCOST"), ["B2", "$C$3/1000"])).toBe("24*B2*($C$3/1000)*1+0");
  expect(twinFormula(definitionOf("HASHPRICE"), ["Market!B1", "1.3E14", "3.16", "", '"EH"'])).toBe("Market!B1*3.16*86400*10^15/(1.3E14*2^32)*(1-0)*1000");
});

test("a choice is settled at once when it is a literal, and by IF when it is a reference", () => {
  expect(twinFormula(definitionOf("BREAKEVEN"), ['"Power"', "B1", "20"])).toBe("((B1*(1-0)-0)/(24*20*1))");
  expect(twinFormula(definitionOf("MARGIN"), ["B1", "20", "0.05", "", "", "A1"])).toContain('IF(A1="%",');
});

test("the LAMBDA keeps names and order and fills in what is omitted", () => {
  expect(twinLambda(definitionOf("HASHCOST"))).toBe("LAMBDA(efficiency,power_price,[pue],[other_opex_per_ph_day],24*efficiency*power_price*IF(ISOMITTED(pue),1,IF(pue=0,1,pue))+IF(ISOMITTED(other_opex_per_ph_day),0,other_opex_per_ph_day))");
  expect(twinLambda(definitionOf("ASICS"))).toBeUndefined();
});

test("what is blank in a cell takes the default, as in the function", () => {
  expect(twinFormula(definitionOf("HASHCOST"), ["B2", "B3", "B4", "B5"])).toBe("24*B2*B3*IF(B4=0,1,B4)+B5");
  expect(twinFormula(definitionOf("HASHCOST"), ["B2", "B3", "0"])).toBe("24*B2*B3*1+0");
  expect(twinFormula(definitionOf("HASHCOST"), ["B2", "B3", "1.05"])).toBe("24*B2*B3*1.05+0");
  expect(twinLambda(definitionOf("MACHINES"))).toContain("IF(ISOMITTED(pue),1,IF(pue=0,1,pue))");
  expect(twinFormula(definitionOf("FORWARDPNL"), ["B1", "B2", "1", "30", "A1"])).toBe('(B1-B2)*1*30*IF((A1="sell")+(A1=0)+(A1=""),1,IF(A1="buy",-1,NA()))');
});

test("no parameter of a LAMBDA looks like a cell", () => {
  expect(twinLambda(definitionOf("FORWARDHASHPRICE"))).toMatch(/^LAMBDA\(h0_,mean,.*LN\(h0_\/mean\)/);
  for (const definition of definitions) expect([definition.id, twinLambda(definition)?.match(/(?<![\w.])[a-z]{1,3}\d+(?![\w.])/gi) ?? []]).toEqual([definition.id, []]);
});

test("every twin is short enough for a name and holds no call of the add-in", () => {
  for (const definition of definitions) {
    const lambda = twinLambda(definition);
    if (lambda !== undefined) expect([definition.id, lambda.length < 8192, lambda.includes("MINE.")]).toEqual([definition.id, true, false]);
  }
});
