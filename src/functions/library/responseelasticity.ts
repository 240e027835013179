import { absorbedShare, supplyElasticity } from "../../economics/network-response";
import { defineFunction } from "../definition";

export default defineFunction({
  id: "RESPONSEELASTICITY",
  category: "Projection",
  summary: "Share of a move in the bitcoin price that hashrate absorbs once difficulty has followed; the rest reaches hashprice.",
  arguments: [
    { kind: "number", name: "sigma", unit: "", allowed: { min: 0, minExcluded: true, max: 5 }, help: "Spread of running costs over the network: standard deviation of their logarithm, about 0.3." },
    { kind: "number", name: "utilisation", unit: "fraction", allowed: { min: 1e-6, max: 0.999999 }, help: "Share of the installed hashrate that runs; 0.9 is 90 %." },
  ],
  result: { kind: "number", unit: "fraction" },
  formula: "η ÷ (1 + η), η = φ(z) ÷ (sigma · utilisation), where utilisation = Φ(z): the supply elasticity of lognormal costs",
  source: "formulas E3, smooth stack",
  compute: (x) => absorbedShare(supplyElasticity(x.sigma, x.utilisation)),
  twin: (x) => {
    const density = `EXP(-0.5*NORMSINV(${x.utilisation})^2)/SQRT(2*PI())`;
    return `${density}/(${density}+${x.sigma}*${x.utilisation})`;
  },
  examples: [
    { args: [0.35, 0.7841426909090908], result: 0.5162304738805192, source: "formulas E3 (0.51623): 862,556.96 of 1,100,000 PH/s run" },
    { args: [0.5, 0.9], result: 0.28057362102035033, source: "independent calculation (Python, scipy.stats.norm)" },
  ],
});
