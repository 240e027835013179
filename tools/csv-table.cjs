// One reader of our CSV data files for both bundlers: webpack (as a loader) and jest (as a transform).
// The module it makes is { columns, values } with every field as text, column by column: no CSV parser is shipped, and
// columns of like values pack better than rows.
const { createHash } = require("node:crypto");
const fs = require("node:fs");
const path = require("node:path");
const Papa = require("papaparse");

function toModule(text, file) {
  const { data, errors } = Papa.parse(text.trimEnd(), { header: false, delimiter: "," });
  if (errors.length > 0) throw new Error(`${file}: row ${errors[0].row}: ${errors[0].message}`);
  const [columns, ...rows] = data;
  const ragged = rows.findIndex((row) => row.length !== columns.length);
  if (ragged >= 0) throw new Error(`${file}: row ${ragged + 2} has ${rows[ragged].length} fields, the header has ${columns.length}`);
  return { columns, values: columns.map((_, i) => rows.map((row) => row[i])) };
}

/** The option `emptied` lists columns, by file name, whose values the bundle has no use for. */
module.exports = function csvLoader(source) {
  const emptied = this.getOptions().emptied?.[path.basename(this.resourcePath)] ?? [];
  const table = toModule(source, this.resourcePath);
  const values = table.values.map((column, i) => (emptied.includes(table.columns[i]) ? column.map(() => "") : column));
  return `export default ${JSON.stringify({ ...table, values })};`;
};
module.exports.toModule = toModule;
module.exports.process = (source, file) => ({
  code: `module.exports = { __esModule: true, default: ${JSON.stringify(toModule(source, file))} };`,
});
// jest keeps what it transformed: a change of this file must not meet the old form.
module.exports.getCacheKey = (source) => createHash("sha256").update(source).update(fs.readFileSync(__filename)).digest("hex");
