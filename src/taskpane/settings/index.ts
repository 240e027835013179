export type { Formats } from "./formats";
export type { Settings } from "./settings";
export { useSettings } from "./useSettings";
