import fc from "fast-check";
import { nextHalvingHeight, nextRetarget, retargetedDifficulty } from "../../src/economics/difficulty-adjustment";
import { difficultyAtHashrate, networkHashrateEhs, subsidyBtc } from "../../src/economics/network";

/** Difficulty of a compact target as a block header holds it. Source: Bitcoin Core, arith_uint256::SetCompact. */
function difficultyOfBits(bits: string): number {
  const mantissa = (compact: string): number => parseInt(compact.slice(2), 16);
  const exponent = (compact: string): number => parseInt(compact.slice(0, 2), 16);
  return (mantissa("1d00ffff") / mantissa(bits)) * 256 ** (exponent("1d00ffff") - exponent(bits));
}

test("compact targets read as their difficulty (independent calculation, oracle)", () => {
  expect(difficultyOfBits("1d00ffff")).toBe(1);
  expect(difficultyOfBits("1b0404cb")).toBeCloseTo(16307.420938523983, 8);
});

// Bitcoin Core's four tests of the adjustment. The new target is cut to 16 bits or more, and difficulty never goes below 1.
test.each([
  ["1d00ffff", 1022578, "1d00d86a"],
  ["1d00ffff", 2055491, "1d00ffff"],
  ["1c05a3f4", 289434, "1c0168fd"],
  ["1c387f6f", 6048000, "1d00e1fd"],
])("difficulty of %s after an epoch of %d s is that of %s", (before, seconds, after) => {
  const next = Math.max(1, retargetedDifficulty(difficultyOfBits(before), seconds / 86_400));
  expect(Math.abs(next / difficultyOfBits(after) - 1)).toBeLessThan(2e-5);
});

test("16 days at 1E14 make 8.75E13 (formulas E4)", () => expect(retargetedDifficulty(1e14, 16)).toBe(8.75e13));

test("half an epoch at pace 1 and the rest at 0.85, and the epoch after that (formulas E4)", () => {
  const target = networkHashrateEhs(1e14);
  const next = nextRetarget(1e14, 1008, 0.85 * target, target);
  expect(next.daysLeft).toBeCloseTo(8.235, 3);
  expect(next.change).toBeCloseTo(-0.08108, 5);
  expect(nextRetarget(next.difficulty, 0, 0.85 * target, target).change).toBeCloseTo(-0.075, 4);
});

test("a hashrate that stays for a whole epoch gives the difficulty made for it", () => {
  fc.assert(
    fc.property(fc.double({ min: 1, max: 5000, noNaN: true }), fc.double({ min: 0.3, max: 3.5, noNaN: true }), fc.integer({ min: 0, max: 2016 }), (ehs, pace, blocks) => {
      const next = nextRetarget(difficultyAtHashrate(ehs), blocks, ehs * pace, ehs * pace);
      expect(next.difficulty / difficultyAtHashrate(ehs * pace)).toBeCloseTo(1, 12);
    }),
  );
});

test("the next halving lies above the height, and the subsidy halves there", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 6_000_000 }), (height) => {
      const halving = nextHalvingHeight(height);
      expect(halving).toBeGreaterThan(height);
      expect(subsidyBtc(halving - 1)).toBe(subsidyBtc(height));
      expect(Math.abs(subsidyBtc(halving) - subsidyBtc(height) / 2)).toBeLessThanOrEqual(0.5e-8 + 1e-16);
    }),
  );
});
