export type * from "./contract";
export type * from "./store";
export { createHost } from "./host";
