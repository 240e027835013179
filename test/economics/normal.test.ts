import fc from "fast-check";
import { normalCdf, normalQuantile } from "../../src/economics/normal";
import { portableExp, portableLn } from "../../src/economics/portable-math";

/** scipy 1.17.1, scipy.stats.norm. */
const points = [
  [-30, 4.906713927147908e-198], [-8, 6.22096057427174e-16], [-3.001, 0.0013454728250849653], [-2.999, 0.0013543365337271056], [-1, 0.15865525393145707],
  [-0.1, 0.460172162722971], [0, 0.5], [0.5, 0.6914624612740131], [2.9, 0.998134186699616], [3.1, 0.9990323967867817], [6, 0.9999999990134123],
] as const;

test.each(points)("distribution function at %d", (z, p) => expect(Math.abs(normalCdf(z) / p - 1)).toBeLessThan(1e-13));

test.each([[1e-10, -6.361340902404056], [0.00001, -4.264890793922825], [0.01, -2.3263478740408408], [0.08, -1.4050715603096329], [0.75, 0.6744897501960817], [0.999, 3.090232306167813]])(
  "quantile of %d", (p, z) => expect(Math.abs(normalQuantile(p) / z - 1)).toBeLessThan(2e-15));

test("portable exp and ln agree with the engine's own to the last digits", () => {
  fc.assert(fc.property(fc.double({ min: -700, max: 700, noNaN: true }), (x) => expect(Math.abs(portableExp(x) / Math.exp(x) - 1)).toBeLessThan(1e-15)), { numRuns: 2000 });
  fc.assert(fc.property(fc.double({ min: 1e-300, max: 1e300, noNaN: true }), (x) => expect(Math.abs(portableLn(x) - Math.log(x))).toBeLessThan(1e-15 * Math.max(1, Math.abs(Math.log(x))))), { numRuns: 2000 });
});
