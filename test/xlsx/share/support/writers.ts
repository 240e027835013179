import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SCENARIO } from "./scenario";

// The scenario as programs of other people write it, each in a process of its own.

export interface Writer {
  readonly name: string;
  readonly command: readonly [string, string];
  /** tells whether the program is there */
  readonly probe: readonly [string, readonly string[]];
  /** how to get it where it is not */
  readonly from: string;
}

const script = (file: string): string => join(__dirname, "writers", file);
const node = (name: string, file: string): Writer => ({ name, command: [process.execPath, script(file)], probe: [process.execPath, ["--version"]], from: "npm ci" });
/** Debian's own, for which Debian's packages are. */
const PYTHON = "/usr/bin/python3";

export const WRITERS: readonly Writer[] = [
  node("hucre", "with-hucre.mjs"),
  node("rust_xlsxwriter", "with-rust-xlsxwriter.mjs"),
  node("Excelize", "with-excelize.mjs"),
  { name: "openpyxl", command: [PYTHON, script("with-openpyxl.py")], probe: [PYTHON, ["-c", "import openpyxl"]], from: "apt-get install python3-openpyxl" },
  { name: "XlsxWriter", command: [PYTHON, script("with-xlsxwriter.py")], probe: [PYTHON, ["-c", "import xlsxwriter"]], from: "apt-get install python3-xlsxwriter" },
  { name: "Excel::Writer::XLSX", command: ["perl", script("with-excel-writer.pl")], probe: ["perl", ["-MExcel::Writer::XLSX", "-e", "1"]], from: "apt-get install libexcel-writer-xlsx-perl" },
];

export function isThere({ probe: [command, args] }: Writer): boolean {
  return spawnSync(command, args, { stdio: "ignore" }).status === 0;
}

/** The scenario's file. */
export function written({ name, command: [command, file] }: Writer): Buffer {
  return inFolder((folder) => {
    const path = join(folder, "written.xlsx");
    const { status, stderr } = spawnSync(command, [file, path], { input: JSON.stringify(SCENARIO), encoding: "utf8" });
    if (status !== 0) throw new Error(`${name} wrote nothing: ${stderr}`);
    return readFileSync(path);
  });
}

/** Files opened in LibreOffice and saved again as .xlsx. */
export function resaved(files: readonly Uint8Array[]): Buffer[] {
  return inFolder((folder) => {
    const paths = files.map((bytes, i) => {
      const path = join(folder, `f${i}.xlsx`);
      writeFileSync(path, bytes);
      return path;
    });
    const { status, stderr } = spawnSync("soffice", [`-env:UserInstallation=file://${folder}/profile`, "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", join(folder, "out"), ...paths], { encoding: "utf8" });
    if (status !== 0) throw new Error(`LibreOffice saved nothing: ${stderr}`);
    return files.map((_, i) => readFileSync(join(folder, "out", `f${i}.xlsx`)));
  });
}

export function inFolder<T>(use: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), "writers-"));
  try {
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
