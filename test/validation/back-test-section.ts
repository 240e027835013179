import { backTest, type BackTest, type Errors } from "./back-test";
import { EPISODES } from "./episodes";
import { percent, table } from "./markdown";

/** The part of docs/validation.md that holds the network response against history, paragraph by paragraph. */
export function backTestSection(): string[] {
  const tests = EPISODES.map(backTest);
  const better = tests.filter(({ model, unchanged, trend }) => model.mean < Math.min(unchanged.mean, trend.mean));
  const told = tests.find(({ episode }) => episode.outage.length > 0)!;
  return [
    "## Network response against history",
    "The market path's network response (`src/planning/portfolio/`, calibration `ILLUSTRATIVE_NETWORK`) is played through stretches of history. It is given the price and the fees of every day as they came, the difficulty on the first day, an adjustment, and what the table of inputs says; difficulty from then on is its own. Data: `tools/data/market-daily.csv`.",
    `An error is model ÷ real − 1 of the difficulty in force at the end of a day. Beside it stand two courses that need no model: difficulty stays as it is, and it goes on as in the 90 days before. By the mean error the model is the best of the three in ${better.length} of ${tests.length} rows${better.length === 0 ? "" : ` (${better.map(({ episode }) => episode.name).join("; ")})`}. It knows no ban, no storm and no owner who leaves for another business unless it is told, and it brings large cuts too late and too small.`,
    table(
      ["Stretch", "Price", "Difficulty, real", "Model", "Mean error, model", "unchanged", "trend", "Error at the end, model", "unchanged", "trend", "Worst day, model", "Largest cut, real", "Model"],
      tests.map((test) => [
        `${test.episode.name} (${test.start} to ${test.episode.to})`, ...[test.priceChange, test.realChange, test.modelChange].map(signed),
        ...courses(test).map((errors) => percent(errors.mean * 100, false, 1)), ...courses(test).map((errors) => signed(errors.end)), signed(test.model.worst),
        signed(test.largestCut.real), signed(test.largestCut.model),
      ]),
    ),
    table(["Stretch", "What the model is told besides"], tests.map(({ episode }) => [episode.name, episode.inputs])),
    `Adjustments in 2021 with the outage told, model: ${told.retargets.slice(0, 8).map(({ date, change }) => `${date} ${signed(change)}`).join(", ")}. Real: ${told.realAdjustments.slice(0, 8).map(({ date, change }) => `${date} ${signed(change)}`).join(", ")}.`,
    "What follows for a plan: use network response to see which way difficulty goes and how fast, compare it with plain growth, and plan for a difficulty that is 10 % to 30 % off within half a year.",
  ];
}

function courses({ model, unchanged, trend }: BackTest): readonly Errors[] {
  return [model, unchanged, trend];
}

function signed(share: number): string {
  return percent(share * 100, true, 1);
}
