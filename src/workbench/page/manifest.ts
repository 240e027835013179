// What Excel reads of an add-in's manifest.xml: its page, its functions' namespace, its requirement sets, its ribbon.

export interface Manifest {
  readonly displayName: string;
  /** Path and query of the add-in's page; its host is always this page's own. */
  readonly pagePath: string;
  readonly functionsPath: string;
  readonly namespace: string;
  /** Name to version, e.g. { ExcelApi: "1.12" }. */
  readonly requirementSets: Readonly<Record<string, string>>;
  readonly tabs: readonly RibbonTab[];
}

export interface RibbonTab {
  readonly label: string;
  readonly groups: readonly { readonly label: string; readonly controls: readonly RibbonControl[] }[];
}

export interface RibbonControl {
  readonly id: string;
  readonly label: string;
  readonly tip: { readonly title: string; readonly text: string };
  /** Path of the icon by its size in pixels. */
  readonly icons: Readonly<Record<number, string>>;
  readonly action: RibbonAction | { readonly type: "Menu"; readonly items: readonly RibbonControl[] };
}

export type RibbonAction = { readonly type: "ShowTaskpane" } | { readonly type: "ExecuteFunction"; readonly functionName: string };

/** @throws Error with a sentence when the manifest cannot be used */
export function parseManifest(xml: string): Manifest {
  const root = new DOMParser().parseFromString(xml, "application/xml");
  if (all(root, "parsererror").length > 0) throw new Error("manifest.xml is not well-formed XML.");
  const resources = new Map(["Image", "Url", "String"].flatMap((name) => all(root, name)).map((each) => [each.getAttribute("id") ?? "", each.getAttribute("DefaultValue") ?? ""]));
  const resource = (element: Element | undefined) => resources.get(element?.getAttribute("resid") ?? "") ?? "";
  const extension = (type: string) => all(root, "ExtensionPoint").find((each) => each.getAttributeNS("http://www.w3.org/2001/XMLSchema-instance", "type") === type);
  const functions = extension("CustomFunctions");
  const page = resource(first(root, "Runtime")) || first(root, "DefaultSettings SourceLocation")?.getAttribute("DefaultValue") || "";
  if (!page) throw new Error("manifest.xml names no page: neither a shared runtime nor a default source location.");
  const namespace = functions && resource(first(functions, "Namespace"));
  if (!functions || !namespace) throw new Error("manifest.xml has no custom functions with a namespace.");
  const surface = extension("PrimaryCommandSurface");
  return {
    displayName: first(root, "DisplayName")?.getAttribute("DefaultValue") ?? "Add-in",
    pagePath: pathOf(page),
    functionsPath: pathOf(resource(first(functions, "Metadata SourceLocation"))),
    namespace,
    requirementSets: requirementSets(root),
    tabs: surface ? all(surface, "CustomTab").concat(all(surface, "OfficeTab")).map((tab) => ribbonTab(tab, resource)) : [],
  };
}

function ribbonTab(tab: Element, resource: (element: Element | undefined) => string): RibbonTab {
  const child = (element: Element, name: string) => [...element.children].find((each) => each.localName === name);
  const control = (element: Element): RibbonControl => {
    const tip = child(element, "Supertip");
    return {
      id: element.getAttribute("id") ?? "",
      label: resource(child(element, "Label")),
      tip: { title: tip ? resource(child(tip, "Title")) : "", text: tip ? resource(child(tip, "Description")) : "" },
      icons: Object.fromEntries([...(child(element, "Icon")?.children ?? [])].map((image) => [Number(image.getAttribute("size")), pathOf(resource(image))])),
      action: action(element),
    };
  };
  const action = (element: Element): RibbonControl["action"] => {
    const items = child(element, "Items");
    if (items) return { type: "Menu", items: [...items.children].map(control) };
    const given = child(element, "Action");
    const functionName = given && child(given, "FunctionName")?.textContent?.trim();
    return functionName ? { type: "ExecuteFunction", functionName } : { type: "ShowTaskpane" };
  };
  return {
    label: resource(child(tab, "Label")) || "Home",
    groups: all(tab, "Group").map((group) => ({ label: resource(child(group, "Label")), controls: all(group, "Control").map(control) })),
  };
}

/** The newest version asked for wins: VersionOverrides repeat what the base manifest names. */
function requirementSets(root: Document): Record<string, string> {
  const sets: Record<string, string> = {};
  for (const set of all(root, "Set")) {
    const name = set.getAttribute("Name") ?? "";
    const version = set.getAttribute("MinVersion") ?? set.parentElement?.getAttribute("DefaultMinVersion") ?? "1.1";
    if (isNewer(version, sets[name] ?? "0.0")) sets[name] = version;
  }
  return sets;
}

function isNewer(version: string, than: string): boolean {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const [thanMajor = 0, thanMinor = 0] = than.split(".").map(Number);
  return major > thanMajor || (major === thanMajor && minor > thanMinor);
}

function pathOf(address: string): string {
  if (!address) return "";
  const { pathname, search } = new URL(address, "https://localhost");
  return pathname + search;
}

/** Elements by local name, whatever their namespace; "A B" finds B inside A. */
function all(root: ParentNode & Node, path: string): Element[] {
  return path.split(" ").reduce<(ParentNode & Node)[]>((parents, name) => parents.flatMap((parent) => [...(parent as Document | Element).getElementsByTagNameNS("*", name)]), [root]) as Element[];
}

function first(root: ParentNode & Node, path: string): Element | undefined {
  return all(root, path)[0];
}
