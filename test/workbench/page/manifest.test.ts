/** @jest-environment jsdom */
import fs from "node:fs";
import { parseManifest } from "../../../src/workbench/page/manifest";

const shipped = fs.readFileSync("manifest.xml", "utf8");

test("the shipped manifest gives the page, the functions, the sets and a ribbon", () => {
  const manifest = parseManifest(shipped);
  expect(manifest).toMatchObject({ displayName: "Hashplan", pagePath: "/taskpane.html", functionsPath: "/functions.json", namespace: "MINE" });
  expect(manifest.requirementSets).toMatchObject({ ExcelApi: "1.12", SharedRuntime: "1.1" });
  const controls = manifest.tabs.flatMap(({ groups }) => groups).flatMap((group) => group.controls);
  expect(controls.some(({ action }) => action.type === "ShowTaskpane")).toBe(true);
  for (const control of controls) {
    expect(control.label).not.toBe("");
    expect(control.tip.text).not.toBe("");
    expect(control.icons[32]).toMatch(/^\/assets\/.+\.png$/);
  }
});

const BUTTON = `<Control xsi:type="Button" id="go"><Label resid="l"/><Supertip><Title resid="l"/><Description resid="d"/></Supertip>
  <Icon><bt:Image size="32" resid="i"/></Icon><Action xsi:type="ExecuteFunction"><FunctionName>goNow</FunctionName></Action></Control>`;
const MENU = `<Control xsi:type="Menu" id="more"><Label resid="l"/><Icon><bt:Image size="32" resid="i"/></Icon><Items>
  <Item id="one"><Label resid="d"/><Icon><bt:Image size="16" resid="i"/></Icon><Action xsi:type="ShowTaskpane"/></Item></Items></Control>`;

function manifestWith(controls: string, functions = `<ExtensionPoint xsi:type="CustomFunctions"><Namespace resid="n"/></ExtensionPoint>`): string {
  return `<OfficeApp xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:bt="urn:bt"><DisplayName DefaultValue="Test"/>
    <Requirements><Sets DefaultMinVersion="1.3"><Set Name="ExcelApi" MinVersion="1.9"/><Set Name="DialogApi"/></Sets></Requirements>
    <DefaultSettings><SourceLocation DefaultValue="https://example.com/pane.html?v=1"/></DefaultSettings>
    <VersionOverrides><Requirements><Sets><Set Name="ExcelApi" MinVersion="1.12"/></Sets></Requirements>${functions}
    <ExtensionPoint xsi:type="PrimaryCommandSurface"><CustomTab id="t"><Group id="g"><Label resid="l"/>${controls}</Group><Label resid="d"/></CustomTab></ExtensionPoint>
    <Resources><bt:String id="n" DefaultValue="NS"/><bt:String id="l" DefaultValue="Label"/><bt:String id="d" DefaultValue="Described"/><bt:Image id="i" DefaultValue="https://example.com/i.png"/></Resources>
    </VersionOverrides></OfficeApp>`;
}

test("buttons that run a function, menus, and the newest version of a set", () => {
  const { tabs, requirementSets, pagePath } = parseManifest(manifestWith(BUTTON + MENU));
  expect(pagePath).toBe("/pane.html?v=1");
  expect(requirementSets).toEqual({ ExcelApi: "1.12", DialogApi: "1.3" });
  expect(tabs).toHaveLength(1);
  expect(tabs[0]?.label).toBe("Described");
  const [button, menu] = tabs[0]?.groups[0]?.controls ?? [];
  expect(button).toEqual({ id: "go", label: "Label", tip: { title: "Label", text: "Described" }, icons: { 32: "/i.png" }, action: { type: "ExecuteFunction", functionName: "goNow" } });
  expect(menu?.action).toMatchObject({ type: "Menu", items: [{ id: "one", label: "Described", action: { type: "ShowTaskpane" } }] });
});

test.each([
  ["not XML", "<a><b></a>", "well-formed"],
  ["no page", "<OfficeApp/>", "names no page"],
  ["no functions", manifestWith(BUTTON, ""), "no custom functions"],
])("refuses with a sentence: %s", (_, xml, sentence) => {
  expect(() => parseManifest(xml)).toThrow(sentence);
});
