import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Papa from "papaparse";

/** Calculated cells by sheet name, as text with full digits. */
export type RecalculatedFile = ReadonlyMap<string, readonly (readonly string[])[]>;

/** One CSV per sheet, values as they are and not as they look. */
const CSV_FILTER = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1";
const MODES = { always: 0, never: 1 } as const;

/**
 * Opens .xlsx files in LibreOffice.
 * @param mode "always" calculates every formula anew, whatever results the file carries; "never" shows what it carries
 */
export function openInLibreOffice(files: readonly { readonly bytes: Uint8Array; readonly sheets: readonly string[] }[], mode: keyof typeof MODES = "always"): RecalculatedFile[] {
  const folder = mkdtempSync(join(tmpdir(), "xlsx-"));
  try {
    mkdirSync(join(folder, "profile", "user"), { recursive: true });
    writeFileSync(join(folder, "profile", "user", "registrymodifications.xcu"), `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>${MODES[mode]}</value></prop></item></oor:items>`);
    const paths = files.map(({ bytes }, i) => {
      const path = join(folder, `w${i}.xlsx`);
      writeFileSync(path, bytes);
      return path;
    });
    execFileSync("soffice", [`-env:UserInstallation=file://${folder}/profile`, "--headless", "--convert-to", CSV_FILTER, "--outdir", folder, ...paths], { stdio: "pipe" });
    return files.map(({ sheets }, i) => new Map(sheets.map((name) => {
      const { data } = Papa.parse<string[]>(readFileSync(join(folder, `w${i}-${name}.csv`), "utf8"));
      return [name, data] as const;
    })));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
