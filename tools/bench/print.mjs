// How `npm run bench` shows what it measured.

export function median(values) {
  return [...values].sort((a, b) => a - b)[values.length >> 1];
}

/** @param {readonly (readonly string[])[]} rows each a name and its figures */
export function print(title, rows) {
  console.log(`\n${title}`);
  for (const [name, ...figures] of rows) console.log(`  ${name.padEnd(46)}${figures.map((figure) => figure.padStart(14)).join("")}`);
}
