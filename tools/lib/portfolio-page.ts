import { ILLUSTRATIVE_NETWORK } from "../../src/planning/portfolio/named-scenarios";
import { kindsOf, PORTFOLIO_SCHEMA, resolved, ruleOf, type Schema } from "../../src/planning/portfolio/schema";

/** docs/portfolio.md: the portfolio document field by field, from its schema. */
export function portfolioPage(): string {
  return `${[
    "# The portfolio document",
    "Made from `src/planning/portfolio/portfolio.schema.json` by `npm run docs`; a test holds this page to it.",
    PORTFOLIO_SCHEMA.description!,
    "Samples with sources in their notes: `assets/samples/`. A file that does not fit is refused with every problem, each with its path, its value and the rule; how parts fit together is looked at once every value is one that may stand where it stands. A field that is left out takes its default; where there is none and the field is not marked *optional*, it has to be given.",
    section("Portfolio", PORTFOLIO_SCHEMA),
    ...definitions().map(([name, schema]) => section(schema.title!, schema, name)),
    ...READING,
  ].join("\n\n")}\n`;
}

const READING: readonly string[] = [
  "## How the parts are read",
  [
    "- **Months.** Month 1 begins on the market date, month 2 on the same day of the next month. Growth holds the start's value in month 1.",
    "- **Contracts.** A site has one contract at a time. A contract ends where the next one of its site begins, so there is never a gap. A site with two tranches of power is entered as two sites.",
    "- **Machines.** One of your own goes before a machine of the catalog. A catalog name needs its hashrate where the model comes in several. Settings are the ones that an owner can choose, from the catalog's profiles.",
    "- **Hourly series.** 8,760 prices, or 8,784, from 1 January in local standard time, as values or as a CSV file with a header and a column `price_usd_kwh` or `price_usd_mwh`; other columns are not read. The series of one year stands for every year of the plan.",
    "- **Time of use.** A period is whole hours of a day, on all days, weekdays or weekends, in some calendar months. One that goes past midnight is two periods.",
    "- **Block reward.** The subsidy of a month is the mean over its blocks by height, so a halving inside a month counts from its block on.",
  ].join("\n"),
  "## Network response",
  [
    "Difficulty by month comes from a picture of the world's machines (`src/economics/supply-stack.ts`, `network-dynamics.ts`; formulas E3 to E5):",
    "- **Merit order.** Classes of machines by efficiency. Owners' power prices spread lognormally around their median; of a class runs the share whose power costs less than it earns. The installed hashrate is what makes the running hashrate that of the starting difficulty.",
    "- **Who stops and when.** Owners look to the hashprice that is left once difficulty has followed the hashrate: the equilibrium of the merit order. A machine stops below its cost by the stop band and restarts above it by the restart band, with a lag. While the market moves inside the bands nothing changes; a bounce of the price does not bring back all that had stopped.",
    "- **New machines.** Ordered at the full rate while they pay back early at the median power price, not at all while they pay back late, in a straight line between. They run after the lead time. Orders made before the market date are those that the starting hashprice would have drawn.",
    "- **Scrapping.** A share of what stands still goes each month.",
    "- **Blocks.** They come at the pace of what runs; every 2,016 blocks difficulty follows the time they took, by a factor of four at most. A month's difficulty is the one that gives its hashprice from its price and block reward: a mean where it changes inside the month.",
  ].join("\n"),
  `The calibration that named scenarios start from says of itself: "${ILLUSTRATIVE_NETWORK.calibration}" Error figures: [validation.md](validation.md).`,
];

/** The objects of the document in the order in which they are met, each once, with their names in the schema. */
function definitions(): readonly (readonly [string, Schema])[] {
  const found = new Map<string, Schema>();
  const visit = (schema: Schema): void => {
    if (schema.$ref) {
      const name = schema.$ref.slice("#/$defs/".length);
      const definition = PORTFOLIO_SCHEMA.$defs![name]!;
      if (definition.type !== "object" || found.has(name)) return;
      found.set(name, definition);
      visit(definition);
      return;
    }
    Object.values(schema.properties ?? {}).forEach(visit);
    schema.oneOf?.forEach(visit);
    if (schema.items) visit(schema.items);
  };
  visit(PORTFOLIO_SCHEMA);
  return [...found];
}

function section(title: string, schema: Schema, name?: string): string {
  const rows = Object.entries(schema.properties!).map(([field, each]) => {
    const full = resolved(each);
    const missing = each.default !== undefined ? code(each.default) : schema.required!.includes(field) ? "" : "*optional*";
    return [`\`${field}\``, sentence(`${full.title!}. ${full.description!}`), valueText(each), missing];
  });
  const table = [["Field", "What it is", "Value", "Default"], ["---", "---", "---", "---"], ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
  return [`## ${name === undefined ? title : `${title} (\`${name}\`)`}`, ...(name === undefined ? [] : [schema.description!]), table].join("\n\n");
}

/** What may stand in the field; for parts with a section of their own, its name. */
function valueText(schema: Schema): string {
  const full = resolved(schema);
  if (full.oneOf) return `${kindsOf(full).map(code).join(" or ")}`;
  if (full.type === "array") {
    const items = resolved(full.items!);
    const what = items.type === "object" ? `of ${items.oneOf ? valueText(items) : link(full.items!)}` : `of ${valueText(full.items!)}`;
    return `${ruleOf(full)} ${what}`;
  }
  return full.type === "object" ? link(schema) : ruleOf(full);
}

function link(schema: Schema): string {
  return `\`${schema.$ref!.slice("#/$defs/".length)}\``;
}

function code(value: unknown): string {
  return `\`${JSON.stringify(value)}\``;
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
