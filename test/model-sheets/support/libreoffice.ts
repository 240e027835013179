import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Papa from "papaparse";
import type { Cell, Sheet, Workbook } from "../../../src/model-sheets";

/** Calculated cells by sheet name, as text with full digits. */
export type CalculatedWorkbook = ReadonlyMap<string, readonly (readonly string[])[]>;

/** One CSV per sheet, values as they are and not as they look. */
const CSV_FILTER = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1";

/**
 * Calculates workbook descriptions with LibreOffice, an engine that shares nothing with the planner. The documents carry
 * formulas in Excel's notation (the "msoxl" namespace) and no results, so every result is LibreOffice's own.
 */
export function calculate(workbooks: readonly Workbook[]): CalculatedWorkbook[] {
  const folder = mkdtempSync(join(tmpdir(), "model-sheets-"));
  try {
    const files = workbooks.map((workbook, i) => {
      const file = join(folder, `w${i}.fods`);
      writeFileSync(file, flatDocument(workbook));
      return file;
    });
    execFileSync("soffice", [`-env:UserInstallation=file://${folder}/profile`, "--headless", "--convert-to", CSV_FILTER, "--outdir", folder, ...files], { stdio: "pipe" });
    return workbooks.map((workbook, i) => new Map(workbook.sheets.map(({ name }) => {
      const { data } = Papa.parse<string[]>(readFileSync(join(folder, `w${i}-${name}.csv`), "utf8"));
      return [name, data] as const;
    })));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function flatDocument(workbook: Workbook): string {
  const namespaces = ["office", "table", "text"].map((part) => `xmlns:${part}="urn:oasis:names:tc:opendocument:xmlns:${part}:1.0"`).join(" ");
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document ${namespaces} xmlns:msoxl="http://schemas.microsoft.com/office/excel/formula" office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
<office:body><office:spreadsheet>${workbook.sheets.map(tableOf).join("")}</office:spreadsheet></office:body></office:document>`;
}

function tableOf({ name, rows }: Sheet): string {
  const body = rows.map((row) => `<table:table-row>${row.map(cellOf).join("")}</table:table-row>`).join("");
  return `<table:table table:name="${escaped(name)}">${body}</table:table>`;
}

function cellOf(cell: Cell | null): string {
  if (cell === null || cell.content === "") return "<table:table-cell/>";
  const { content } = cell;
  if (typeof content === "number") return `<table:table-cell office:value-type="float" office:value="${content}"/>`;
  if (typeof content === "boolean") return `<table:table-cell office:value-type="boolean" office:boolean-value="${content}"/>`;
  if (typeof content === "string") return `<table:table-cell office:value-type="string"><text:p>${escaped(content)}</text:p></table:table-cell>`;
  return `<table:table-cell table:formula="msoxl:${escaped(content.formula)}"/>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
