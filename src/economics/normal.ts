import { portableLn } from "./portable-math";

const { abs, ceil, exp, sqrt } = Math; // bound once for speed, see simulation.ts

const SQRT_2_PI = sqrt(2 * Math.PI);

/** Density of the standard normal distribution. */
export function normalDensity(z: number): number {
  return exp((-z * z) / 2) / SQRT_2_PI;
}

/**
 * Standard normal distribution function, to 1e-15.
 * Source: Marsaglia, "Evaluating the Normal Distribution", Journal of Statistical Software 11 (2004): series in the
 * middle; Laplace's continued fraction in the tails.
 */
export function normalCdf(z: number): number {
  const size = abs(z);
  if (size > 3) {
    if (size > 38.5) return z < 0 ? 0 : 1;
    let fraction = size;
    for (let n = ceil(12 + 800 / (z * z)); n >= 1; n--) fraction = size + n / fraction;
    const tail = normalDensity(z) / fraction;
    return z < 0 ? tail : 1 - tail;
  }
  const square = z * z;
  let term = z;
  let sum = z;
  for (let n = 3; term > 1e-17 || term < -1e-17; n += 2) {
    term *= square / n;
    sum += term;
  }
  return 0.5 + normalDensity(z) * sum;
}

/**
 * Inverse of {@link normalCdf}, to 1e-15 relative, from operations that are the same on every machine.
 * @param p from 1e-10 to 1 − 1e-10; the algorithm's branch for tails beyond is left out
 * Source: Wichura, algorithm AS 241 (PPND16), Applied Statistics 37 (1988).
 */
export function normalQuantile(p: number): number {
  const q = p - 0.5;
  if (abs(q) <= 0.425) {
    const r = 0.180625 - q * q;
    return (q * (((((((2509.0809287301226727 * r + 33430.575583588128105) * r + 67265.770927008700853) * r + 45921.953931549871457) * r + 13731.693765509461125) * r + 1971.5909503065514427) * r + 133.14166789178437745) * r + 3.387132872796366608)) /
      (((((((5226.495278852545925 * r + 28729.085735721942674) * r + 39307.89580009271061) * r + 21213.794301586595867) * r + 5394.1960214247511077) * r + 687.1870074920579083) * r + 42.313330701600911252) * r + 1);
  }
  const r = sqrt(-portableLn(q < 0 ? p : 1 - p)) - 1.6;
  const z = (((((((7.7454501427834140764e-4 * r + 0.0227238449892691845833) * r + 0.24178072517745061177) * r + 1.27045825245236838258) * r + 3.64784832476320460504) * r + 5.7694972214606914055) * r + 4.6303378461565452959) * r + 1.42343711074968357734) /
    (((((((1.05075007164441684324e-9 * r + 5.475938084995344946e-4) * r + 0.0151986665636164571966) * r + 0.14810397642748007459) * r + 0.68976733498510000455) * r + 1.6763848301838038494) * r + 2.05319162663775882187) * r + 1);
  return q < 0 ? -z : z;
}
