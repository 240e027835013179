import type { PortfolioProblem } from "../../planning/portfolio";

/** The problem's sentences without the path, which the form shows by its place. */
export function problemText({ path, message }: PortfolioProblem): string {
  return message.replace(` (${path})`, "");
}

/** Whether a path is another one or inside of it: "sites[0].pue.decFeb" is in "sites[0]". */
export function isWithin(path: string, outer: string): boolean {
  return outer === "" || path === outer || (path.startsWith(outer) && /[.[]/.test(path.charAt(outer.length)));
}

/** The first problem at a path or inside of it. */
export function problemWithin(problems: readonly PortfolioProblem[], path: string): PortfolioProblem | undefined {
  return problems.find((each) => isWithin(each.path, path));
}

export function countWithin(problems: readonly PortfolioProblem[], path: string): number {
  return problems.filter((each) => isWithin(each.path, path)).length;
}

/** "1 field to put right", "3 fields to put right" */
export function countText(count: number): string {
  return `${count} ${count === 1 ? "field" : "fields"} to put right`;
}
