// Writes the scenario (JSON on standard input) with Excelize: no results, a chart, a table and a name.
import process from "node:process";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { init } from "excelize-wasm";

const { NewFile } = await init(createRequire(import.meta.url).resolve("excelize-wasm/excelize.wasm.gz"));
const file = NewFile();
const done = ({ error }) => { if (error) throw new Error(error); };
for (const { name, cells } of JSON.parse(readFileSync(0, "utf8"))) {
  done(file.NewSheet(name));
  for (const { address, value, formula } of cells) done(formula === undefined ? file.SetCellValue(name, address, value) : file.SetCellFormula(name, address, `=${formula}`));
}
done(file.DeleteSheet("Sheet1"));
done(file.AddTable("Plan", { Range: "A10:B16", Name: "Costs" }));
done(file.SetDefinedName({ Name: "Cost", RefersTo: "_xldudf_MINE_HASHCOST(Plan!$B$1,Plan!$B$2)" }));
const { buffer, error } = file.WriteToBuffer();
done({ error });
writeFileSync(process.argv[2], buffer);
process.exit(0);
