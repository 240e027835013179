import { deflateRawSync } from "node:zlib";
import { ZipPackage } from "../../../src/xlsx/share/zip";
import { handMadeParts } from "./support/hand-made";
import { share } from "./support/shared";
import { readParts, writeParts } from "../support/package";

// Files that must not be opened, each refused with a sentence.

const workbook = (change: (parts: Map<string, string>) => void = () => undefined): Buffer => {
  const parts = handMadeParts({ sheets: [{ name: "X", cells: { A1: 20, A2: { f: "MINE.HASHCOST(A1,0.05)", v: 24 } } }] });
  change(parts);
  return writeParts(parts);
};
const edit = (part: string, from: string, to: string) => (parts: Map<string, string>): unknown => parts.set(part, parts.get(part)!.replace(from, to));
const SHEET = "xl/worksheets/sheet1.xml";

test.each<[string, () => Uint8Array, string]>([
  ["an empty file", () => new Uint8Array(), "is no .xlsx workbook"],
  ["a text", () => Buffer.from("Date,Price\n2026-01-01,90000\n".repeat(9)), "is no .xlsx workbook"],
  ["an encrypted file", () => Buffer.from("d0cf11e0a1b11ae1".padEnd(2000, "0"), "hex"), "is encrypted"],
  ["a file that was cut off", () => workbook().subarray(0, 900), "is cut off or damaged"],
  ["a part that was changed afterwards", () => { const file = workbook(); file[file.indexOf("sheetData") + 2] = 0x58; return file; }, "sheet1.xml is damaged"],
  ["macros", () => workbook((parts) => parts.set("xl/vbaProject.bin", "x")), "holds macros"],
  ["a workbook with macros by its type", () => workbook(edit("[Content_Types].xml", "vnd.openxmlformats-officedocument.spreadsheetml.sheet.main", "vnd.ms-excel.sheet.macroEnabled.main")), "holds macros"],
  ["macros under another name", () => workbook((parts) => parts.set("xl/_rels/workbook.xml.rels", parts.get("xl/_rels/workbook.xml.rels")!.replace("</Rel", '<Relationship Id="rIdV" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="innocent.bin"/></Rel'))), "holds macros"],
  ["a sheet of old macros", () => workbook((parts) => parts.set("xl/_rels/workbook.xml.rels", parts.get("xl/_rels/workbook.xml.rels")!.replace("</Rel", '<Relationship Id="rIdV" Type="http://schemas.microsoft.com/office/2006/relationships/xlMacrosheet" Target="x/sheet9.xml"/></Rel'))), "holds macros"],
  ["a template", () => workbook(edit("[Content_Types].xml", "sheet.main", "template.main")), "templates"],
  ["a signature", () => workbook((parts) => parts.set("_xmlsignatures/sig1.xml", "<s/>")), "is signed"],

  ["a password against changes", () => workbook(edit("xl/workbook.xml", "<bookViews>", '<fileSharing userName="a" reservationPassword="CC1A"/><bookViews>')), "reserved for reading"],
  ["a wish to be opened read-only", () => workbook(edit("xl/workbook.xml", "<bookViews>", '<fileSharing readOnlyRecommended="1"/><bookViews>')), "asks to be opened read-only"],
  ["a mark as final", () => workbook((parts) => parts.set("docProps/custom.xml", '<Properties><property fmtid="x" pid="2" name="_MarkAsFinal"><vt:bool>true</vt:bool></property></Properties>')), "marked as final"],
  ["another kind of document", () => workbook((parts) => parts.set("_rels/.rels", "<Relationships/>")), "is no .xlsx workbook"],
  ["a missing sheet", () => workbook((parts) => parts.delete(SHEET)), 'lacks its sheet "X"'],
  ["malformed XML", () => workbook(edit(SHEET, "</row>", "")), "sheet1.xml is malformed XML, near character"],
  ["XML that ends early", () => workbook(edit(SHEET, "</worksheet>", "")), "sheet1.xml is malformed XML"],
  ["two root elements", () => workbook(edit(SHEET, "</worksheet>", "</worksheet><worksheet/>")), "sheet1.xml is malformed XML"],
  ["text after the end", () => workbook(edit(SHEET, "</worksheet>", "</worksheet>more")), "sheet1.xml is malformed XML"],
  ["an entity that nobody declared", () => workbook(edit(SHEET, "<v>24</v>", "<v>24&file;</v>")), "sheet1.xml is malformed XML"],
  ["a bare ampersand", () => workbook(edit(SHEET, "<v>24</v>", "<v>24 & more</v>")), "sheet1.xml is malformed XML"],
  ["an attribute without quotation marks", () => workbook(edit(SHEET, 'r="A2"', "r=A2")), "sheet1.xml is malformed XML, near"],
  ["attributes that run together", () => workbook(edit(SHEET, 'r="A2" ', 'r="A2"')), "sheet1.xml is malformed XML, near"],
  ["a document type", () => workbook(edit(SHEET, "<worksheet", '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><worksheet')), "sheet1.xml has a document type"],
  ["text that is not UTF-8", () => workbook((parts) => parts.set("xl/styles.xml", parts.get("xl/styles.xml")!.replace("Calibri", "Calibri\u00e9"))).map((byte) => (byte === 0xc3 ? 0xff : byte)), "damaged"],
  ["a name that leads out of the file", () => workbook((parts) => parts.set("xl/../../evil.xml", "<x/>")), "lead out of it"],
  ["a name from the root", () => workbook((parts) => parts.set("/etc/x.xml", "<x/>")), "lead out of it"],
  ["a name of Windows", () => workbook((parts) => parts.set("xl\\x.xml", "<x/>")), "lead out of it"],
  ["two parts of one name", () => workbook((parts) => parts.set("XL/workbook.xml", "<x/>")), "two parts named"],
  ["too many parts", () => workbook((parts) => { for (let i = 0; i <= 10_000; i++) parts.set(`xl/x${i}.bin`, ""); }), "more than 10000 are not opened"],
])("%s is refused", async (_, file, sentence) => {
  await expect(share(file())).rejects.toThrow(sentence);
});

test("a part that unpacks to far more than its size is refused before it is unpacked", () => {
  const bomb = zipOf("xl/bomb.xml", deflateRawSync(Buffer.alloc(40_000_000)), 40_000_000);
  expect(() => new ZipPackage(bomb)).toThrow("unpacks to more than 250 times its size");
});

test("a part that unpacks to more than it says is stopped on the way", () => {
  const lie = zipOf("xl/lie.xml", deflateRawSync(Buffer.alloc(40_000_000)), 1000);
  expect(() => new ZipPackage(lie).read("xl/lie.xml")).toThrow("xl/lie.xml is damaged");
});

test("texts that look like formulas stay texts", async () => {
  const file = workbook((parts) => {
    parts.set("xl/workbook.xml", parts.get("xl/workbook.xml")!.replace('name="X"', 'name="=1+1"'));
    parts.set(SHEET, parts.get(SHEET)!.replace("<f>MINE.HASHCOST(A1,0.05)</f><v>24</v>", '<f>MINE.ASIC("=cmd|&apos;/c calc&apos;!A1","model")</f><v>=cmd|&apos;/c calc&apos;!A1</v>').replace('r="A2" t="n"', 'r="A2" t="str"'));
  });
  const parts = readParts((await share(file)).bytes);
  expect(parts.get(SHEET)).toContain('<c r="A2" t="str"><v>=cmd|&apos;/c calc&apos;!A1</v></c>');
  expect(parts.get("xl/worksheets/sheet2.xml")).toContain('t="inlineStr"><is><t xml:space="preserve">=1+1</t>');
  expect([...parts].flatMap(([, text]) => [...text.matchAll(/<f>([^<]*)/g)].map(([, formula]) => formula!)).filter((formula) => /cmd|1\+1(?!'!)/.test(formula))).toEqual([]);
});

/** An archive of one deflated part. */
function zipOf(name: string, data: Buffer, size: number): Buffer {
  const record = (central: boolean): Buffer => {
    const bytes = Buffer.alloc(central ? 46 : 30);
    const at = central ? 6 : 4;
    bytes.writeUInt32LE(central ? 0x02014b50 : 0x04034b50, 0);
    bytes.writeUInt16LE(8, at + 4);
    bytes.writeUInt32LE(data.length, at + 14);
    bytes.writeUInt32LE(size, at + 18);
    bytes.writeUInt16LE(name.length, at + 22);
    return Buffer.concat([bytes, Buffer.from(name)]);
  };
  const [local, central, end] = [Buffer.concat([record(false), data]), record(true), Buffer.alloc(22)];
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, central, end]);
}
