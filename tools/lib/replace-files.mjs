import { closeSync, existsSync, fsyncSync, openSync, realpathSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/**
 * Writes files that other programs may have: each is complete beside its target before any target is touched, and then takes
 * its place. When a file cannot be written, every target that has not been replaced yet is as it was.
 * @param {readonly { path: string, content: string | Uint8Array }[]} files
 */
export function replaceFiles(files) {
  const prepared = [];
  try {
    for (const { path, content } of files) {
      // A link stays one, and what it leads to is replaced.
      const target = existsSync(path) ? realpathSync(path) : path;
      const beside = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
      const file = openSync(beside, "wx");
      prepared.push({ beside, target });
      try {
        writeFileSync(file, content);
        fsyncSync(file);
      } finally {
        closeSync(file);
      }
    }
    for (const { beside, target } of prepared) renameSync(beside, target);
  } finally {
    for (const { beside } of prepared) rmSync(beside, { force: true });
  }
}
