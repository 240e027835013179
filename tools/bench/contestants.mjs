// The planner in a worker thread and the plan in numpy in a process, each of which plans when asked.
import { spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { Worker } from "node:worker_threads";
import { projectRoot } from "../lib/project.mjs";

const PYTHON = "/usr/bin/python3";

/** @param {object} workerData for tools/bench/plan-worker.mjs */
export async function startPlanner(workerData) {
  const worker = new Worker(new URL("plan-worker.mjs", import.meta.url), { workerData });
  let progress = 0;
  const next = (field) => new Promise((resolve, reject) => {
    const onMessage = (message) => {
      if (message.done !== undefined) progress++;
      if (message[field] === undefined) return;
      worker.off("message", onMessage).off("error", reject);
      resolve(message[field]);
    };
    worker.on("message", onMessage).once("error", reject);
  });
  await next("ready");
  const ask = (message, field) => {
    const answer = next(field);
    worker.postMessage(message);
    return answer;
  };
  return {
    /** @returns {Promise<{ ms: number, contractsMs: number, progress: number }>} contractsMs: of making the months of all contracts once more; progress: how often it was told */
    run: async () => {
      progress = 0;
      return { ...await ask("run", "times"), progress };
    },
    result: () => ask("result", "result"),
    stop: () => worker.terminate(),
  };
}

/** Debian's numpy, installed where it is missing and can be. @returns {string | undefined} why there is none */
export function missingNumpy() {
  const there = () => existsSync(PYTHON) && spawnSync(PYTHON, ["-c", "import numpy"]).status === 0;
  if (there()) return undefined;
  if (!existsSync("/etc/debian_version") || process.getuid?.() !== 0) return `${PYTHON} has no numpy, and only root can install python3-numpy on a Debian`;
  console.log("Installing numpy (apt-get) …");
  spawnSync("apt-get", ["update", "-qq"], { stdio: "inherit" });
  spawnSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "python3-numpy"], { stdio: ["ignore", "ignore", "inherit"], env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } });
  return there() ? undefined : "apt-get could not install python3-numpy";
}

/** @param {string} inputsFile what tools/bench/numpy-inputs.mjs makes, as JSON */
export async function startNumpy(inputsFile) {
  const oneThread = Object.fromEntries(["OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"].map((name) => [name, "1"]));
  const python = spawn(PYTHON, [join(projectRoot, "tools", "bench", "plan_portfolio_numpy.py"), inputsFile], { env: { ...process.env, ...oneThread }, stdio: ["pipe", "pipe", "inherit"] });
  const lines = createInterface({ input: python.stdout })[Symbol.asyncIterator]();
  const answer = async () => {
    const { value, done } = await lines.next();
    if (done) throw new Error("The plan in numpy ended without an answer");
    // Python writes what is no number as NaN, which is no JSON.
    return JSON.parse(value.replace(/\bNaN\b/g, "null"));
  };
  const versions = await answer();
  const ask = (line) => {
    python.stdin.write(`${line}\n`);
    return answer();
  };
  return { versions, run: () => ask("run"), result: () => ask("result"), stop: () => python.kill() };
}
