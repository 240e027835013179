// One reader of our CSV data files for both bundlers: webpack (as a loader) and jest (as a transform).
// The module it makes is { columns, rows } with every field as text, so no CSV parser is shipped.
const Papa = require("papaparse");

function toModule(text, file) {
  const { data, errors } = Papa.parse(text.trimEnd(), { header: false });
  if (errors.length > 0) throw new Error(`${file}: row ${errors[0].row}: ${errors[0].message}`);
  const [columns, ...rows] = data;
  const ragged = rows.findIndex((row) => row.length !== columns.length);
  if (ragged >= 0) throw new Error(`${file}: row ${ragged + 2} has ${rows[ragged].length} fields, the header has ${columns.length}`);
  return { columns, rows };
}

module.exports = function csvLoader(source) {
  return `export default ${JSON.stringify(toModule(source, this.resourcePath))};`;
};
module.exports.toModule = toModule;
module.exports.process = (source, file) => ({
  code: `module.exports = { __esModule: true, default: ${JSON.stringify(toModule(source, file))} };`,
});
