export type { ChartTable, ChartTexts } from "./ChartFrame";
export { ColumnsChart } from "./ColumnsChart";
export { LinesChart, type ChartLine } from "./LinesChart";
export { TornadoChart, type ChartBar } from "./TornadoChart";
