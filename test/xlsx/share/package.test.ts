import { inflateRawSync } from "node:zlib";
import { handMadeParts, relationships } from "./support/hand-made";
import { mine, share } from "./support/shared";
import { readParts, writeParts } from "../support/package";

// The package around the cells: what an add-in leaves in it goes, and everything else stays as it was stored.

const TASK_PANES = '<Relationship Id="rIdW" Type="http://schemas.microsoft.com/office/2011/relationships/webextensiontaskpanes" Target="xl/webextensions/taskpanes.xml"/>';
const DRAWING = "application/vnd.openxmlformats-officedocument.drawing+xml";
const frame = (content: string): string => `<xdr:wsDr xmlns:xdr="d" xmlns:mc="m" xmlns:we="w" xmlns:r="r">${content}</xdr:wsDr>`;

const withAddIn = (): Map<string, string> => handMadeParts({
  sheets: [
    { name: "First", cells: { A1: 20, B1: { f: "MINE.HASHCOST(A1,0.05)", v: 24 }, C1: { f: 'MINE.ASIC("S21","efficiency")', v: 17.5 } }, after: '<drawing r:id="rIdD"/>', related: [["rIdD", "drawing", "../drawings/drawing1.xml"]] },
    { name: "Second", cells: { A1: "MINE.HASHCOST is explained here", A2: { f: "First!B1*2", v: 48 } } },
  ],
  names: '<definedName name="_xlnm.Print_Area" localSheetId="1">Second!$A$1:$B$2</definedName>',
  related: [["rIdC", "calcChain", "calcChain.xml"]],
  packageRelated: TASK_PANES,
  parts: {
    "xl/calcChain.xml": ['<calcChain xmlns="x"><c r="B1" i="1"/></calcChain>', "application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml"],
    "xl/webextensions/taskpanes.xml": ['<wetp:taskpanes xmlns:wetp="t"/>', "application/vnd.ms-office.webextensiontaskpanes+xml"],
    "xl/webextensions/_rels/taskpanes.xml.rels": [relationships([["rId1", "webextension", "webextension1.xml"]]), "application/vnd.openxmlformats-package.relationships+xml"],
    "xl/webextensions/webextension1.xml": ['<we:webextension xmlns:we="w"/>', "application/vnd.ms-office.webextension+xml"],
    "xl/drawings/drawing1.xml": [frame('<mc:AlternateContent><mc:Choice Requires="we"><we:webextensionref r:id="rId2"/></mc:Choice><mc:Fallback><xdr:pic/></mc:Fallback></mc:AlternateContent><xdr:sp/>'), DRAWING],
    "xl/drawings/_rels/drawing1.xml.rels": [relationships([["rId2", "webextension", "../webextensions/webextension1.xml"], ["rId3", "image", "../media/image1.xml"]]), "application/vnd.openxmlformats-package.relationships+xml"],
    "xl/media/image1.xml": ["<picture/>", "application/xml"],
    "customXml/item1.xml": ["<!DOCTYPE mine><mine>MINE.HASHCOST</mine>", "application/xml"],
    "docProps/app.xml": ['<Properties><TitlesOfParts>First Second</TitlesOfParts></Properties>', "application/vnd.openxmlformats-officedocument.extended-properties+xml"],
  },
});

test("what the add-in left in the package is gone, and nothing leads to it", async () => {
  const parts = readParts((await share(writeParts(withAddIn()))).bytes);
  expect([...parts.keys()].filter((name) => /webextension|calcChain/i.test(name))).toEqual([]);
  for (const name of ["[Content_Types].xml", "_rels/.rels", "xl/_rels/workbook.xml.rels", "xl/drawings/_rels/drawing1.xml.rels"]) expect(parts.get(name)).not.toMatch(/webextension|calcChain/i);
  expect(parts.get("xl/drawings/drawing1.xml")).toBe(frame("<xdr:pic/><xdr:sp/>"));
  expect(parts.get("xl/drawings/_rels/drawing1.xml.rels")).toContain("../media/image1.xml");
});

test("the cover comes first; the sheet in front stays there, and names of sheets stay with them", async () => {
  const { bytes, records } = await share(writeParts(withAddIn()));
  const parts = readParts(bytes);
  const workbook = parts.get("xl/workbook.xml")!;
  expect([...workbook.matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, name]) => name)).toEqual(["Shared copy", "First", "Second"]);
  expect(workbook).toContain('<workbookView activeTab="1"/>');
  expect(workbook).toContain('<definedName name="_xlnm.Print_Area" localSheetId="2">');
  expect(parts.get("xl/styles.xml")).toContain('<fonts count="3">');
  expect(parts.get("xl/styles.xml")).toContain('<cellXfs count="5">');
  const cover = parts.get("xl/worksheets/sheet3.xml")!;
  for (const text of ["Made", "in a test", "HASHCOST", "ASIC has no plain formula"]) expect(cover).toContain(`>${text}<`);
  expect(records).toHaveLength(2);
  expect(readParts((await share(bytes)).bytes).get("xl/workbook.xml")).toContain('name="Shared copy 2"');
});

test("parts that have nothing to do with it are the same bytes, stored as they were and in the same order", async () => {
  const file = writeParts(withAddIn());
  const { bytes } = await share(file);
  const [before, after] = [entries(file), entries(Buffer.from(bytes))];
  const touched = ["[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml", "xl/worksheets/sheet1.xml", "xl/drawings/drawing1.xml", "xl/drawings/_rels/drawing1.xml.rels"];
  const same = [...before].filter(([name, stored]) => after.get(name)?.equals(stored)).map(([name]) => name);
  expect([...after.keys()].filter((name) => !same.includes(name)).sort()).toEqual([...touched, "xl/worksheets/sheet3.xml"].sort());
  expect([...after.keys()]).toEqual([...[...before.keys()].filter((name) => after.has(name)), "xl/worksheets/sheet3.xml"]);
  expect(same).toContain("customXml/item1.xml");
});

test("a workbook that calls nothing gets a cover, and keeps its cells", async () => {
  const file = handMadeParts({ sheets: [{ name: "X", cells: { A1: 1, A2: { f: "A1+1", v: 2 } } }] });
  const { bytes, records } = await share(writeParts(file));
  expect(records).toEqual([]);
  expect(readParts(bytes).get("xl/worksheets/sheet1.xml")).toBe(file.get("xl/worksheets/sheet1.xml"));
});

test("elements with a prefix, cells without addresses and results without a type are read and kept", async () => {
  const parts = handMadeParts({ sheets: [{ name: "X", cells: { A1: 1 } }] });
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  parts.set("xl/worksheets/sheet1.xml", `<x:worksheet xmlns:x="${main}"><x:sheetData><x:row><x:c><x:v>20</x:v></x:c><x:c><x:f>MINE.HASHCOST(A1,0.05)</x:f><x:v>24</x:v></x:c><x:c><x:f><![CDATA[MINE.HASHCOST(A1,0.05)>MINE.ASIC("S21","efficiency")]]></x:f><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>`);
  parts.set("xl/styles.xml", parts.get("xl/styles.xml")!.replaceAll(/<(\/?)(?=[a-z])/gi, "<$1x:").replace("xmlns=", "xmlns:x="));
  const shared = readParts((await share(writeParts(parts))).bytes);
  expect(mine("HASHCOST", 20, 0.05)).toBe(24);
  expect(shared.get("xl/worksheets/sheet1.xml")).toContain("<x:c><x:v>20</x:v></x:c><x:c><x:f>24*A1*0.05*1+0</x:f><x:v>24</x:v></x:c><x:c><x:v>1</x:v></x:c>");
  expect(shared.get("xl/styles.xml")).toContain("<x:font><x:b/>");
});

/** The stored bytes of each part, header and data, by name. */
function entries(file: Buffer): Map<string, Buffer> {
  const found = new Map<string, Buffer>();
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  let at = file.readUInt32LE(end + 16);
  for (let i = 0; i < file.readUInt16LE(end + 10); i++) {
    const [size, nameLength, local] = [file.readUInt32LE(at + 20), file.readUInt16LE(at + 28), file.readUInt32LE(at + 42)];
    const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
    const stored = file.subarray(local, start + size);
    if (file.readUInt16LE(at + 10) === 8) inflateRawSync(file.subarray(start, start + size));
    found.set(file.toString("utf8", at + 46, at + 46 + nameLength), stored);
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return found;
}
