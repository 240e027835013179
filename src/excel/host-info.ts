/** What the add-in runs in, for a report of a problem. Nothing in it names the user or the workbook. */
export interface HostInfo {
  /** "Excel" */
  readonly host: string;
  /** "PC", "Mac", "OfficeOnline", … */
  readonly platform: string;
  readonly version: string;
  readonly language: string;
  /** newest version of each requirement set that this Excel has; "" where it lacks the set */
  readonly requirementSets: readonly { readonly name: string; readonly version: string; readonly needed: string }[];
}

/** Newest first; what the manifest asks for is among them. */
const SETS: readonly { readonly name: string; readonly needed: string; readonly versions: readonly string[] }[] = [
  { name: "ExcelApi", needed: "1.12", versions: Array.from({ length: 21 }, (_, i) => `1.${21 - i}`) },
  { name: "SharedRuntime", needed: "1.1", versions: ["1.2", "1.1"] },
  { name: "CustomFunctionsRuntime", needed: "1.1", versions: ["1.5", "1.4", "1.3", "1.2", "1.1"] },
];

/** @returns undefined outside Office */
export function hostInfo(): HostInfo | undefined {
  if (typeof Office === "undefined") return undefined;
  // Typed as always there; a page outside an Office program has none.
  const context = Office.context as Office.Context | undefined;
  if (!context?.requirements) return undefined;
  return {
    host: String(context.diagnostics?.host ?? context.host ?? ""),
    platform: String(context.diagnostics?.platform ?? context.platform ?? ""),
    version: context.diagnostics?.version ?? "",
    language: context.displayLanguage ?? "",
    requirementSets: SETS.map(({ name, needed, versions }) => ({ name, needed, version: versions.find((version) => context.requirements.isSetSupported(name, version)) ?? "" })),
  };
}
