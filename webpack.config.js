const path = require("node:path");
const CopyPlugin = require("copy-webpack-plugin");
const HtmlPlugin = require("html-webpack-plugin");
const MiniCssExtractPlugin = require("mini-css-extract-plugin");
const TerserPlugin = require("terser-webpack-plugin");
const webpack = require("webpack");
const withoutHelp = require("./tools/without-help.cjs");
const { FunctionMetadataPlugin } = require("./tools/function-metadata-plugin.cjs");

const dist = path.join(__dirname, "dist");

const typescript = (options) => ({ test: /\.tsx?$/, loader: "ts-loader", options: { transpileOnly: true, compilerOptions: { noEmit: false }, ...options } });
const dataRules = (csvOptions) => [
  { test: /\.csv$/, loader: path.join(__dirname, "tools/csv-table.cjs"), type: "javascript/auto", options: csvOptions },
  { test: /\.registry$/, loader: path.join(__dirname, "tools/function-registry.cjs"), type: "javascript/auto" },
  { test: /\.validator$/, loader: path.join(__dirname, "tools/portfolio-validator.cjs"), type: "javascript/auto" },
];
const rules = [typescript(), ...dataRules()];
const common = {
  mode: "production",
  target: ["web", "es2022"],
  resolve: { extensions: [".ts", ".tsx", ".js"] },
  performance: { hints: false },
  stats: "errors-warnings",
};

/** The worksheet functions alone, for every runtime of Excel: no DOM, no import, and the name that the manifest and Excel's cache know. */
const functions = {
  ...common,
  name: "functions",
  entry: { functions: "./src/functions/index.ts" },
  module: { rules: [typescript({ instance: "functions", getCustomTransformers: () => ({ before: [withoutHelp] }) }), ...dataRules({ emptied: { "price-quotes.csv": ["source", "kind", "note"], "tuning-profiles.csv": ["efficiency_jth"] } })] },
  output: { path: dist, filename: "[name].js" },
};

/** The page of the shared runtime: ribbon commands at once, the pane by import(). runtime.js keeps its name; chunks carry a hash. */
const addin = {
  ...common,
  name: "addin",
  entry: { runtime: "./src/runtime/index.ts" },
  module: { rules },
  output: { path: dist, filename: "[name].js", chunkFilename: "chunks/[name].[contenthash:8].js", publicPath: "auto", clean: { keep: /^(workbench|functions\.js)/ } },
  plugins: [
    new FunctionMetadataPlugin(),
    new HtmlPlugin({ template: "./src/runtime/taskpane.html", filename: "taskpane.html", scriptLoading: "defer" }),
    new CopyPlugin({ patterns: [{ from: "assets", to: "assets", globOptions: { ignore: ["**/samples/**"] } }, { from: "manifest.xml" }] }),
  ],
};

/** Excel's part played in a browser: far larger than the add-in, and no part of it. */
const workbench = {
  ...common,
  name: "workbench",
  entry: { workbench: "./src/workbench/page/index.ts" },
  module: { rules: [...rules, { test: /\.css$/, use: [MiniCssExtractPlugin.loader, "css-loader"] }] },
  output: { path: path.join(dist, "workbench"), filename: "[name].js", chunkFilename: "chunks/[name].[contenthash:8].js", publicPath: "auto", clean: true },
  // Terser takes minutes on the grid.
  optimization: { minimizer: [new TerserPlugin({ minify: TerserPlugin.esbuildMinify })] },
  plugins: [
    new MiniCssExtractPlugin(),
    new HtmlPlugin({ template: "./src/workbench/page/index.html", filename: "index.html", scriptLoading: "defer" }),
    // Dictionaries for hyphenation in 74 languages; the grid loads en-gb at start and a sheet needs no other.
    new webpack.IgnorePlugin({
      checkResource: (request, context) => /engine-render[\\/]lib[\\/]es$/.test(context) && /^\.\/(?!index|en-gb)[a-z0-9-]+-[\w-]{8}\.js$/i.test(request),
    }),
  ],
};

module.exports = [functions, addin, workbench];
