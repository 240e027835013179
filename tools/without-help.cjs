// A TypeScript transformer for dist/functions.js: leaves out of the function records what only people read. Excel takes
// help, formulas, sources and examples from functions.json and the help pages; the script that computes need not carry them.
const ts = require("typescript");

const FOR_PEOPLE = new Set(["category", "summary", "formula", "source", "errors", "examples", "twin"]);
const RECORD_FILES = /[\\/]src[\\/]functions[\\/](library[\\/][^\\/]+|[\w-]*(arguments|figures))\.ts$/;

module.exports = (context) => (file) => {
  if (!RECORD_FILES.test(file.fileName)) return file;

  const without = (object, names) => context.factory.updateObjectLiteralExpression(object, object.properties.filter((property) => !names.has(property.name?.text)));
  const has = (object, name) => object.properties.some((property) => property.name?.text === name);

  const withoutTexts = (object) => context.factory.updateObjectLiteralExpression(object, object.properties.map((property) => (ts.isPropertyAssignment(property) && ts.isStringLiteral(property.initializer) ? context.factory.updatePropertyAssignment(property, property.name, context.factory.createStringLiteral("")) : property)));

  const visit = (node) => {
    const visited = ts.visitEachChild(node, visit, context);
    if (ts.isCallExpression(visited) && visited.expression.getText?.(file) === "defineFunction") {
      const [record, ...rest] = visited.arguments;
      return context.factory.updateCallExpression(visited, visited.expression, visited.typeArguments, [without(record, FOR_PEOPLE), ...rest]);
    }
    // The result's unit is text; the words of a choice must stay, their tooltips need not.
    if (ts.isPropertyAssignment(visited) && visited.name.text === "result" && ts.isObjectLiteralExpression(visited.initializer)) {
      return context.factory.updatePropertyAssignment(visited, visited.name, without(visited.initializer, new Set(["unit"])));
    }
    if (ts.isPropertyAssignment(visited) && visited.name.text === "choices" && ts.isObjectLiteralExpression(visited.initializer)) {
      return context.factory.updatePropertyAssignment(visited, visited.name, withoutTexts(visited.initializer));
    }
    // The same where a record names its choices: `const FIELDS = { word: "tooltip" } as const`.
    if (ts.isVariableDeclaration(visited) && /^([A-Z]+_)?FIELDS$/.test(visited.name.text) && ts.isAsExpression(visited.initializer) && ts.isObjectLiteralExpression(visited.initializer.expression)) {
      return context.factory.updateVariableDeclaration(visited, visited.name, visited.exclamationToken, visited.type, withoutTexts(visited.initializer.expression));
    }
    // An argument: its sentence goes, its unit and range stay, since error texts name them.
    if (ts.isObjectLiteralExpression(visited) && has(visited, "help")) return without(visited, new Set(["help"]));
    return visited;
  };
  return ts.visitNode(file, visit);
};
