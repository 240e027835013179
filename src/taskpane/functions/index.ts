export { FunctionBrowser } from "./FunctionBrowser";
