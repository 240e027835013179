// What npm run plan, share and compare have in common: the call, files, and exit code 2 where either is refused.
import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, extname, resolve } from "node:path";
import { parseArgs } from "node:util";
import { replaceFiles } from "./replace-files.mjs";

/** What is wrong with a call or a file, in words for the person who made it. */
export class Refusal extends Error {}

/**
 * Runs a command.
 * @param {string} name of the npm script
 * @param {string} help what --help prints, and what follows what is wrong with a call
 * @param {object} options as parseArgs takes them
 * @param {(call: { values: object, positionals: string[], whole: (path: string) => string, misused: (why: string) => Refusal }) => Promise<void>} main whole: gives a path its folder; misused: a refusal with the help below it
 */
export async function runCommand(name, help, options, main) {
  // npm moves to the project's folder; file names are meant from where it was called.
  const cwd = process.env.npm_lifecycle_event === name && process.env.INIT_CWD ? process.env.INIT_CWD : process.cwd();
  const misused = (why) => new Refusal(`${why}\n\n${help}`);
  try {
    const { values, positionals } = parsed({ allowPositionals: true, options: { ...options, help: { type: "boolean", short: "h" } } }, misused);
    if (values.help) console.log(help);
    else await main({ values, positionals, whole: (path) => resolve(cwd, path), misused });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    console.error(error.message);
    process.exitCode = 2;
  }
}

function parsed(config, misused) {
  try {
    return parseArgs(config);
  } catch (error) {
    throw misused(error.message);
  }
}

/** @param {number} [mostBytes] larger ones are refused */
export function readBytes(path, mostBytes = Infinity) {
  try {
    const found = statSync(path);
    // A pipe would be waited for.
    if (!found.isFile()) throw new Refusal(`${path} cannot be read: it is no file.`);
    const { size } = found;
    if (size > mostBytes) throw new Refusal(`${path} has ${Math.round(size / 1e6)} MB; no more than ${mostBytes / 1e6} MB are opened.`);
    return readFileSync(path);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(`${path} cannot be read: ${error.message}`);
  }
}

/** Refuses a name for a workbook that Excel would not open. @param {string} what "The copy" */
export function checkWorkbookName(what, path) {
  if (extname(path).toLowerCase() !== ".xlsx") throw new Refusal(`${what} is ${path}; its name must end in .xlsx, or Excel refuses it.`);
}

/** Refuses a place at which no file can be written. */
export function checkPlace(path) {
  if (!existsSync(dirname(path))) throw new Refusal(`There is no folder ${dirname(path)}.`);
  if (existsSync(path) && !statSync(path).isFile()) throw new Refusal(`${path} is no file that can be replaced.`);
}

/** Writes all files or none; exit code 1 where that fails. @param {string} what "The copy" @returns {boolean} whether they are written */
export function written(what, files) {
  try {
    replaceFiles(files);
    return true;
  } catch (error) {
    console.error(`${what} could not be written: ${error.message}. A file that is open in Excel cannot be replaced.`);
    process.exitCode = 1;
    return false;
  }
}
