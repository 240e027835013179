/** How a cell looks. A key that is missing leaves Excel's default. Colors are "#RRGGBB", sizes points. */
export interface LookFormat {
  readonly bold?: true;
  readonly italic?: true;
  readonly size?: number;
  readonly fontColor?: string;
  readonly fillColor?: string;
  readonly align?: "Left" | "Center" | "Right";
  readonly lineBelow?: string;
  /** long texts on several lines */
  readonly wrap?: true;
  /** steps from the left edge */
  readonly indent?: number;
}

const NAVY = "#1F3864";
const GREY = "#595959";

/** The roles cells play. Inputs are blue, links to other sheets green, calculations black, as bankers read them. */
export const LOOKS = {
  title: { bold: true, size: 16, fontColor: NAVY },
  remark: { italic: true, fontColor: GREY },
  heading: { bold: true, fontColor: "#FFFFFF", fillColor: NAVY },
  columnHeader: { bold: true, fillColor: "#E7EBF3", lineBelow: NAVY },
  columnHeaderIndented: { bold: true, fillColor: "#E7EBF3", lineBelow: NAVY, align: "Left", indent: 1 },
  columnHeaderRight: { bold: true, fillColor: "#E7EBF3", lineBelow: NAVY, align: "Right" },
  /** of a table of records: a long name takes several lines */
  tableHeader: { bold: true, fillColor: "#E7EBF3", lineBelow: NAVY, align: "Left", wrap: true },
  timeline: { bold: true, fillColor: "#E7EBF3", align: "Right" },
  label: {},
  unit: { fontColor: GREY, align: "Left", indent: 1 },
  paragraph: { align: "Left", wrap: true },
  note: { fontColor: GREY, align: "Left", indent: 1 },
  input: { fontColor: "#0000FF", fillColor: "#FFF9E0", align: "Right" },
  inputText: { fontColor: "#0000FF", fillColor: "#FFF9E0", align: "Left" },
  constant: { fillColor: "#F2F2F2", align: "Right" },
  constantText: { fillColor: "#F2F2F2", align: "Left" },
  atBuild: { fontColor: GREY, align: "Right" },
  atBuildText: { fontColor: GREY, align: "Left" },
  /** a result of the build that formulas do not follow */
  computed: { italic: true, fontColor: GREY, align: "Right" },
  computedText: { italic: true, fontColor: GREY, align: "Left", indent: 1 },
  link: { fontColor: "#00702E", align: "Right" },
  linkText: { fontColor: "#00702E", align: "Left", indent: 1 },
  calculation: { fontColor: "#000000", align: "Right" },
  total: { bold: true, fontColor: "#000000", align: "Right" },
  totalText: { bold: true, fontColor: "#000000", align: "Left", indent: 1 },
  decision: { bold: true, size: 13, fontColor: NAVY },
  headline: { bold: true, size: 13, fontColor: NAVY, align: "Left" },
} as const satisfies Record<string, LookFormat>;

export type Look = keyof typeof LOOKS;

/** The three alternatives wherever they are drawn: told apart in grey as well. */
export const ALTERNATIVE_COLORS = { keep: "#1F3864", upgrade: "#2E9E6B", shutdown: "#C55A11" } as const;

export const FORMATS = {
  usd: '#,##0;-#,##0;"-"',
  usdCents: "#,##0.00",
  usdKwh: "0.0000",
  percent: "0.00%",
  rate: "0.0000%",
  whole: "#,##0",
  flag: "0",
  general: "General",
  changed: '0;-0;"-"',
  ratio: "0.000",
  decimals: "#,##0.00",
  btc: "0.00000000",
  btcMined: '#,##0.000;-#,##0.000;"-"',
  factor: "0.000000",
  date: "yyyy-mm-dd",
  scientific: "0.00E+00",
} as const;
