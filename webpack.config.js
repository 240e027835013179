const path = require("node:path");
const CopyPlugin = require("copy-webpack-plugin");
const HtmlPlugin = require("html-webpack-plugin");
const MiniCssExtractPlugin = require("mini-css-extract-plugin");
const TerserPlugin = require("terser-webpack-plugin");
const webpack = require("webpack");
const { FunctionMetadataPlugin } = require("./tools/function-metadata-plugin.cjs");

const dist = path.join(__dirname, "dist");

const rules = [
  { test: /\.tsx?$/, loader: "ts-loader", options: { transpileOnly: true, compilerOptions: { noEmit: false } } },
  { test: /\.csv$/, loader: path.join(__dirname, "tools/csv-table.cjs"), type: "javascript/auto" },
  { test: /\.registry$/, loader: path.join(__dirname, "tools/function-registry.cjs"), type: "javascript/auto" },
];
const common = {
  mode: "production",
  target: ["web", "es2022"],
  resolve: { extensions: [".ts", ".tsx", ".js"] },
  performance: { hints: false },
  stats: "errors-warnings",
};

/** What Excel loads. functions.js and runtime.js keep their names, since the page and Excel's cache name them; chunks carry a hash. */
const addin = {
  ...common,
  name: "addin",
  entry: { functions: "./src/functions/index.ts", runtime: "./src/runtime/index.ts" },
  module: { rules },
  output: { path: dist, filename: "[name].js", chunkFilename: "chunks/[name].[contenthash:8].js", publicPath: "auto", clean: { keep: /^workbench/ } },
  plugins: [
    new FunctionMetadataPlugin(),
    new HtmlPlugin({ template: "./src/runtime/taskpane.html", filename: "taskpane.html", chunks: ["functions", "runtime"], chunksSortMode: "manual", scriptLoading: "defer" }),
    new CopyPlugin({ patterns: [{ from: "assets", to: "assets" }, { from: "manifest.xml" }] }),
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

module.exports = [addin, workbench];
