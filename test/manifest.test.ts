import { readFileSync } from "node:fs";
import { join } from "node:path";
import { JSDOM } from "jsdom";
import { registerCommands } from "../src/commands";

// What the Marketplace and Excel check, without their online service.

const root = join(__dirname, "..");
const text = readFileSync(join(root, "manifest.xml"), "utf8");
const document = new JSDOM(text, { contentType: "text/xml" }).window.document;
const all = (name: string): Element[] => [...document.getElementsByTagName("*")].filter((element) => element.localName === name);
const attribute = (element: Element, name: string): string => element.getAttribute(name) ?? "";
const childNames = (element: Element): string[] => [...element.children].map((child) => child.localName);

/** Elements in the order that Office demands (office-js-docs, "How to find the proper order of manifest elements"). */
const ORDER: Readonly<Record<string, readonly string[]>> = {
  OfficeApp: ["Id", "AlternateId", "Version", "ProviderName", "DefaultLocale", "DisplayName", "Description", "IconUrl", "HighResolutionIconUrl", "SupportUrl", "AppDomains", "Hosts", "Requirements", "DefaultSettings", "Permissions", "VersionOverrides"],
  VersionOverrides: ["Description", "Requirements", "Hosts", "Resources"],
  AllFormFactors: ["ExtensionPoint"],
  DesktopFormFactor: ["GetStarted", "FunctionFile", "ExtensionPoint"],
  Supertip: ["Title", "Description"],
  Page: ["SourceLocation"],
  GetStarted: ["Title", "Description", "LearnMoreUrl"],
  CustomTab: ["Group", "Label"],
  Group: ["Label", "Icon", "Control"],
  Control: ["Label", "Supertip", "Icon", "Action"],
  Action: ["TaskpaneId", "SourceLocation", "Title", "FunctionName"],
  Resources: ["Images", "Urls", "ShortStrings", "LongStrings"],
};

test("is well-formed", () => expect(document.getElementsByTagName("parsererror")).toHaveLength(0));

test("elements stand in the order that Office demands", () => {
  const [addinHosts, overriddenHosts] = all("Hosts").map((hosts) => [...hosts.children].map(childNames));
  expect([addinHosts, overriddenHosts]).toEqual([[[]], [["Runtimes", "AllFormFactors", "DesktopFormFactor"]]]);
  expect(childNames(all("ExtensionPoint").find((point) => attribute(point, "xsi:type") === "CustomFunctions")!)).toEqual(["Script", "Page", "Metadata", "Namespace"]);
  for (const [name, order] of Object.entries(ORDER)) {
    for (const element of all(name)) {
      const positions = childNames(element).map((child) => order.indexOf(child));
      expect([name, childNames(element), positions.includes(-1)]).toEqual([name, childNames(element), false]);
      expect([name, positions]).toEqual([name, [...positions].sort((a, b) => a - b)]);
    }
  }
});

test("every resource id resolves, is used, and is short enough", () => {
  const resources = all("Resources").flatMap((element) => [...element.children].flatMap((group) => [...group.children]));
  const ids = resources.map((element) => attribute(element, "id"));
  const used = [...document.querySelectorAll("[resid]")].map((element) => attribute(element, "resid"));
  expect(new Set(ids).size).toBe(ids.length);
  expect([...new Set(used)].sort()).toEqual([...ids].sort());
  expect(ids.filter((id) => id.length > 32)).toEqual([]);
  for (const [group, limit] of [["ShortStrings", 125], ["LongStrings", 250]] as const) {
    for (const string of all(group).flatMap((element) => [...element.children])) expect(attribute(string, "DefaultValue").length).toBeLessThanOrEqual(limit);
  }
});

test("every address is https and on one origin", () => {
  const addresses = [...document.querySelectorAll("[DefaultValue]")].map((element) => attribute(element, "DefaultValue")).filter((value) => /^\w+:\/\//.test(value));
  expect(addresses.length).toBeGreaterThan(8);
  expect([...new Set(addresses.map((address) => new URL(address).origin))]).toEqual(["https://localhost:3000"]);
});

test("icons exist in the size that their place asks", () => {
  const size = (address: string): number[] => {
    const png = readFileSync(join(root, new URL(address).pathname));
    expect(png.subarray(1, 4).toString()).toBe("PNG");
    return [png.readUInt32BE(16), png.readUInt32BE(20)];
  };
  expect(size(attribute(all("IconUrl")[0]!, "DefaultValue"))).toEqual([32, 32]);
  expect(size(attribute(all("HighResolutionIconUrl")[0]!, "DefaultValue"))).toEqual([64, 64]);
  const addressOf = new Map(all("Images").flatMap((group) => [...group.children]).map((image) => [attribute(image, "id"), attribute(image, "DefaultValue")]));
  for (const icon of all("Icon")) {
    const images = [...icon.children];
    expect(images.map((image) => attribute(image, "size"))).toEqual(expect.arrayContaining(["16", "32", "80"]));
    for (const image of images) expect(size(addressOf.get(attribute(image, "resid"))!)).toEqual([Number(attribute(image, "size")), Number(attribute(image, "size"))]);
  }
  expect(size("https://localhost:3000/assets/icon-128.png")).toEqual([128, 128]);
});

test("runtime, functions, commands and pane share one page", () => {
  const pages = [all("Runtime")[0], all("Page")[0]?.firstElementChild, all("FunctionFile")[0], ...all("Action").flatMap((action) => [...action.querySelectorAll("SourceLocation")])];
  expect(new Set(pages.map((element) => element?.getAttribute("resid")))).toEqual(new Set(["Page.Url"]));
  expect(attribute(all("Runtime")[0]!, "lifetime")).toBe("long");
  expect(new Set(all("TaskpaneId").map((element) => element.textContent)).size).toBe(1);
});

test("each action shows the pane or calls a function that the commands associate", () => {
  const associated: string[] = [];
  Object.assign(globalThis, { Office: { actions: { associate: (name: string) => associated.push(name) } } });
  registerCommands(() => Promise.resolve());
  expect(all("Action").map((action) => attribute(action, "xsi:type"))).toEqual(["ShowTaskpane", "ExecuteFunction", "ExecuteFunction", "ExecuteFunction"]);
  expect(all("FunctionName").map(({ textContent }) => textContent)).toEqual(associated);
});

test("asks for the requirement sets that every supported Excel has, and nothing above ExcelApi 1.12", () => {
  const sets = Object.fromEntries([...document.querySelectorAll("Requirements Set")].map((set) => [attribute(set, "Name"), attribute(set, "MinVersion")]));
  expect(sets).toEqual({ SharedRuntime: "1.1", CustomFunctionsRuntime: "1.3", ExcelApi: "1.12" });
});

test("has what the Marketplace asks: a version of four parts, a GUID, a support page, a description", () => {
  expect(all("Version")[0]!.textContent).toMatch(/^\d+\.\d+\.\d+\.\d+$/);
  expect(all("Id")[0]!.textContent).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  expect(attribute(all("SupportUrl")[0]!, "DefaultValue")).toMatch(/^https:/);
  expect(attribute(all("Description")[0]!, "DefaultValue").length).toBeLessThanOrEqual(250);
  expect(attribute(all("DisplayName")[0]!, "DefaultValue").length).toBeLessThanOrEqual(125);
});

test("the namespace is the one that help and tests use", () => {
  const id = attribute(all("Namespace")[0]!, "resid");
  expect(attribute(all("ShortStrings").flatMap((group) => [...group.children]).find((string) => attribute(string, "id") === id)!, "DefaultValue")).toBe("MINE");
});
