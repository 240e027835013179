import { handMade, handMadeParts, MAIN, OFFICE, relationships, type PackageSpec } from "./support/hand-made";
import { expectNoAddIn, mine, share, shareAndRecalculate } from "./support/shared";
import { readParts, writeParts } from "../support/package";
import { openInLibreOffice } from "../support/recalculate";

// Workbooks that spell things in ways that few writers use, and calls in places where few people put them.

const hashcost = (efficiency: unknown, price: unknown): number => mine("HASHCOST", efficiency, price);
const SHEET = "xl/worksheets/sheet1.xml";
const CALL = { f: "MINE.HASHCOST(A1,0.05)", v: 24 };

const simple = (f: string, v: number | string = 24, attributes = ""): PackageSpec => ({ sheets: [{ name: "X", cells: { A1: 20, B1: { f, v, attributes } } }] });

/** The package with a part's text changed after the parts were made. */
function rewritten(spec: PackageSpec, change: (text: string) => string, part = SHEET): Map<string, string> {
  const parts = handMadeParts(spec);
  const changed = change(parts.get(part)!);
  expect(changed).not.toBe(parts.get(part));
  parts.set(part, changed);
  return parts;
}

const SPELLINGS: readonly (readonly [string, Map<string, string>])[] = [
  ["numbers in place of letters", rewritten(simple("MINE.HASHCOST(A1,0.05)"), (text) => text.replace("MINE.", "&#77;INE&#x2e;"))],
  ["half of it as character data", rewritten(simple("MINE.HASHCOST(A1,0.05)"), (text) => text.replace("MINE.HASHCOST(A1,0.05)", "MI<![CDATA[NE.HASHCOST(A1,]]>0.05)"))],
  ["a comment inside", rewritten(simple("MINE.HASHCOST(A1,0.05)"), (text) => text.replace("MINE.", "MI<!-- a > b -->NE."))],
  ["lines that end as in Windows", rewritten(simple("MINE.HASHCOST(A1,0.05)"), (text) => text.replace("MINE.HASHCOST(A1,", "MINE.HASHCOST(\r\n A1,\r\n").replaceAll("><", ">\r\n<"))],
  ["an equals sign in front", rewritten(simple("MINE.HASHCOST(A1,0.05)"), (text) => text.replace("<f>", "<f>="))],
  ["lower case", rewritten(simple("MINE.HASHCOST(A1,0.05)"), (text) => text.replace("MINE.HASHCOST", "mine.hashcost"))],
  ["the prefix of newer functions", rewritten(simple("MINE.HASHCOST(A1,0.05)"), (text) => text.replace("MINE.", "_xlfn.MINE."))],
  ["both prefixes", rewritten(simple("MINE.HASHCOST(A1,0.05)"), (text) => text.replace("MINE.", "_xlfn._xldudf_MINE_"))],
  ["a comment and an instruction before the sheet", rewritten(simple("MINE.HASHCOST(A1,0.05)"), (text) => text.replace("<worksheet", "<!-- MINE. --><?pi x?><worksheet"))],
];

test("the call is found and replaced however the file spells it", async () => {
  const shared = await Promise.all(SPELLINGS.map(([, parts]) => share(writeParts(parts))));
  const calculated = openInLibreOffice(shared.map(({ bytes }) => ({ bytes, sheets: ["X"] })));
  SPELLINGS.forEach(([spelling], i) => {
    expect([spelling, ...shared[i]!.records.map(({ item, outcome, functions }) => [item, outcome, functions])]).toEqual([spelling, ["B1", "native", ["HASHCOST"]]]);
    expect([spelling, calculated[i]!.get("X")![0]![1]]).toEqual([spelling, "24"]);
  });
});

test("parts in UTF-16 are read, and those that change are written in UTF-8", async () => {
  const parts = rewritten(simple("MINE.HASHCOST(A1,0.05)"), (text) => text.replace("UTF-8", "UTF-16"));
  const wide = (text: string): Buffer => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]);
  const contents = new Map<string, string | Buffer>(parts);
  const props = wide('<?xml version="1.0" encoding="UTF-16"?><Properties>é</Properties>');
  contents.set(SHEET, wide(parts.get(SHEET)!));
  contents.set("docProps/app.xml", props);
  const { bytes } = await share(writeParts(contents));
  expect(readParts(bytes).get(SHEET)).toContain('encoding="UTF-8"');
  expect(readParts(bytes, "latin1").get("docProps/app.xml")).toBe(props.toString("latin1"));
  expect(openInLibreOffice([{ bytes, sheets: ["X"] }])[0]!.get("X")![0]![1]).toBe("24");
});

test("the strict variant: its own names for everything, dates written out", async () => {
  const strict = new Map([...handMadeParts({
    sheets: [{ name: "X", cells: { A1: 20, B1: CALL, B2: { f: "MINE.HASHCOST(A2-46000,0.05)", v: hashcost(20, 0.05) } } }],
  })].map(([name, text]) => [name, text.replaceAll(MAIN, "http://purl.oclc.org/ooxml/spreadsheetml/main").replaceAll(OFFICE, "http://purl.oclc.org/ooxml/officeDocument/relationships")]));
  strict.set("xl/workbook.xml", strict.get("xl/workbook.xml")!.replace("<workbook ", '<workbook conformance="strict" '));
  // 46020 days after 1899-12-30.
  strict.set(SHEET, strict.get(SHEET)!.replace('<row r="2">', '<row r="2"><c r="A2" t="d"><v>2025-12-29</v></c>'));
  const { bytes, records } = await share(writeParts(strict));
  expect(records.map(({ item, outcome, why }) => [item, outcome, why])).toEqual([["B1", "native", ""], ["B2", "native", ""]]);
  const parts = readParts(bytes);
  for (const [name, text] of parts) expect([name, /schemas\.openxmlformats\.org\/(?:spreadsheetml|officeDocument)/.test(text)]).toEqual([name, false]);
  expect(openInLibreOffice([{ bytes, sheets: ["X", "Shared copy"] }])[0]!.get("X")![0]![1]).toBe("24");
});

test("shared formulas whose cells differ: each keeps what it says", async () => {
  const group = (si: number, ref = ""): string => ` t="shared" si="${si}"${ref && ` ref="${ref}"`}`;
  const cells = {
    A1: 20, A2: 30, A3: 40, A4: 50, A5: 60,
    B1: { f: "MINE.HASHCOST(A1,0.05)", v: 24, attributes: group(0, "B1:B5") },
    B2: { f: "A2*2", v: 60, attributes: group(0) },
    B3: { f: "", v: hashcost(40, 0.05), attributes: group(0) },
    B4: { f: "MINE.HASHCOST(A4,0.06)", v: hashcost(50, 0.06), attributes: group(0) },
    B5: { f: "", v: hashcost(60, 0.05), attributes: group(0) },
    C1: { f: "A1+1", v: 21, attributes: group(1, "C1:C3") },
    C2: { f: "MINE.HASHCOST(A2,0.05)", v: 36, attributes: group(1) },
    C3: { f: "", v: 41, attributes: group(1) },
  };
  const [shared] = await shareAndRecalculate([{ sheets: [{ name: "X", cells }] }]);
  expect(shared!.parts.get(SHEET)).toContain('<c r="C3" t="n"><f t="shared" si="1"/><v>41</v></c>');
  expect(shared!.parts.get(SHEET)).not.toContain('si="0"');
});

test("texts that speak of functions stay as they are", async () => {
  const file = handMade({
    sheets: [{
      name: "MINE.plan",
      cells: { A1: 20, A2: "=MINE.HASHCOST(A1)", B1: { f: "\"MINE.HASHCOST(A1,0.05) costs \"&'MINE.plan'!A1", v: "MINE.HASHCOST(A1,0.05) costs 20" }, B2: { f: "IF(A1=\"_xldudf_MINE_X\",1,2)", v: 2 } },
      after: '<headerFooter><oddHeader>&amp;LMINE.HASHCOST(1)</oddHeader></headerFooter>',
    }],
    parts: {
      "xl/comments1.xml": [`<comments xmlns="${MAIN}"><authors><author/></authors><commentList><comment ref="A1" authorId="0"><text><t>=MINE.HASHCOST(A1,0.05)</t></text></comment></commentList></comments>`, "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"],
      "docProps/core.xml": ["<x>MINE.HASHCOST(1)</x>", "application/vnd.openxmlformats-package.core-properties+xml"],
    },
  });
  const [before, { bytes, records }] = [readParts(file), await share(file)];
  const after = readParts(bytes);
  expect(records).toEqual([]);
  for (const part of [SHEET, "xl/comments1.xml", "docProps/core.xml"]) expect(after.get(part)).toBe(before.get(part));
});

test("a mix of our calls and other files, sheets, names and notations in one formula", async () => {
  const cells = {
    A1: 20, A2: 0.05, A3: "R1C1",
    B1: { f: "MINE.HASHCOST('R1C1'!A1,RC!$A$2)+'It''s & <more>'!A1", v: 29 },
    B2: { f: "IF(MINE.HASHCOST(A1,A2)>20,MINE.HASHCOST(A1,A2)*MINE.HASHCOST(10,A2),\"HASHCOST(\"\"x\"\")\")", v: 24 * 12 },
    B3: { f: "SUM(A1:A2,MINE.HASHCOST(A1,A2))", v: 44.05 },
    B4: { f: "-MINE.HASHCOST(A1,A2)^2", v: 576 },
    B5: { f: "MINE.HASHCOST(A1,A2)%&\"\"", v: "0.24" },
    B6: { f: "SUM(B1 B1:B2,{1,2;3,4})", v: 39 },
    B7: { f: "MINE.HASHCOST( A1 , A2 , )", v: 24 },
    B8: { f: "1/MINE.HASHCOST(A1,A2)", v: 1 / 24 },
    B9: { f: "2-MINE.HASHCOST(A1,A2)", v: -22 },
  };
  const [shared] = await shareAndRecalculate([{ sheets: [{ name: "X", cells }, { name: "R1C1", cells: { A1: 20 } }, { name: "RC", cells: { A2: 0.05 } }, { name: "It's & <more>", cells: { A1: 5 } }] }]);
  expect(shared!.shared.records.map(({ item, outcome }) => `${item} ${outcome}`)).toEqual(["B1", "B2", "B3", "B4", "B5", "B7", "B8", "B9"].map((item) => `${item} native`));
});

test("shared formulas move by rows and columns as Excel moves them, past sheets and functions that look like cells", async () => {
  const group = ' t="shared" si="0"';
  const cells = {
    A1: 20, A2: 30, A3: 40, C1: 1000, C2: 10000, C3: 100,
    B1: { f: "MINE.HASHCOST(A1,'R1C1'!$A$1)+LOG10(C1)+N(\"RC[-1]\")", v: 27, attributes: `${group} ref="B1:B3"` },
    B2: { f: "", v: 40, attributes: group },
    B3: { f: "", v: 50, attributes: group },
  };
  const [shared] = await shareAndRecalculate([{ sheets: [{ name: "X", cells }, { name: "R1C1", cells: { A1: 0.05 } }] }]);
  expect(shared!.shared.records.map(({ outcome }) => outcome)).toEqual(["native", "native", "native"]);
});

test("formulas at Excel's limits: the longest, and one nested deeply", async () => {
  const long = `MINE.HASHCOST(A1,0.05)${"+A1".repeat(2700)}`;
  const deep = `${"(".repeat(60)}MINE.HASHCOST(A1,0.05)${"*1)".repeat(60)}`;
  const nested = `${"MINE.HASHCOST(".repeat(12)}A1${",0.05)".repeat(12)}`;
  const cells = {
    A1: 20,
    B1: { f: long, v: 24 + 20 * 2700 }, B2: { f: deep, v: 24 }, B3: { f: nested, v: 20 * 1.2 ** 12 },
  };
  const [shared] = await shareAndRecalculate([{ sheets: [{ name: "X", cells }] }]);
  expect(shared!.shared.records.map(({ outcome }) => outcome)).toEqual(["native", "native", "native"]);
});

test("an error that is not ours to judge stays an error; a function that nobody knows shows #NAME?", async () => {
  const name = { error: "#NAME?" } as const;
  const { bytes, records } = await share(handMade({ sheets: [{ name: "X", cells: { A1: 20, B1: { f: "MINE.NOSUCH(A1)", v: name }, B2: { f: "MINE.HASHCOST(OFFSET(A1,0,0)*1,0.05)", v: { error: "#VALUE!" } }, B3: { f: "MINE.HASHCOST(A1,0.05)", v: { error: "#VALUE!" }, cell: ' vm="1"' } } }] }));
  expect(records.map(({ item, outcome, why }) => [item, outcome, why])).toEqual([
    ["B1", "frozen", "there is no function NOSUCH"],
    ["B2", "frozen", "it shows an error, which a plain formula might not"],
    ["B3", "native", ""],
  ]);
  const text = readParts(bytes).get(SHEET)!;
  expect(text).toContain('<c r="B1" t="e"><v>#NAME?</v></c><'.slice(0, -1));
  expect(text).toContain('<c r="B3"><f>24*A1*0.05*1+0</f><v>24</v></c>');
});

test("names of parts in other capitals, and relationships with absolute targets", async () => {
  const parts = handMadeParts(simple("MINE.HASHCOST(A1,0.05)"));
  parts.set("xl/_rels/workbook.xml.rels", relationships([["rId1", "worksheet", "/XL/Worksheets/Sheet1.XML"], ["rIdStyles", "styles", "./styles.xml"]]));
  const { records } = await share(writeParts(parts));
  expect(records.map(({ outcome }) => outcome)).toEqual(["native"]);
});

test("a workbook whose days count from 1904 calculates as before", async () => {
  const parts = rewritten({ sheets: [{ name: "X", cells: { A1: 20, A2: 45_000, B1: { f: "MINE.HASHCOST(A1,0.05)+A2", v: 45_024 }, B2: { f: "YEAR(A2)", v: 2027 } } }] }, (text) => text.replace("<bookViews>", '<workbookPr date1904="1"/><bookViews>'), "xl/workbook.xml");
  const { bytes } = await share(writeParts(parts));
  expectNoAddIn(readParts(bytes));
  expect(openInLibreOffice([{ bytes, sheets: ["X"] }])[0]!.get("X")!.map((row) => row[1])).toEqual(["45024", "2027"]);
});

const X14 = 'xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"';
const LOST = '<definedName name="Lost">MINE.ASICS()</definedName>';
const withPart = (name: string, text: string, names = LOST): PackageSpec => ({ sheets: [{ name: "X", cells: { A1: 20 } }], names, parts: { [name]: [text, "application/xml"] } });

test.each<[string, PackageSpec, string]>([
  ["a pivot table's calculated field", withPart("xl/pivotCache/pivotCacheDefinition1.xml", `<pivotCacheDefinition xmlns="${MAIN}"><cacheFields><cacheField name="c" formula="MINE.HASHCOST(a,0.05)"/></cacheFields></pivotCacheDefinition>`, ""), "pivotCacheDefinition1.xml uses the add-in"],
  ["a pivot table's source", withPart("xl/pivotCache/pivotCacheDefinition1.xml", `<pivotCacheDefinition xmlns="${MAIN}"><cacheSource type="worksheet"><worksheetSource name="Lost"/></cacheSource></pivotCacheDefinition>`), "cannot be changed: Lost"],
  ["a shape's text", withPart("xl/drawings/drawing1.xml", '<xdr:wsDr xmlns:xdr="d"><xdr:sp textlink="Lost"/></xdr:wsDr>'), "drawing1.xml uses the add-in"],
  ["a list box", withPart("xl/ctrlProps/ctrlProp1.xml", '<formControlPr objectType="Drop" fmlaRange="Lost"/>'), "ctrlProp1.xml uses the add-in"],
  ["a sparkline", { sheets: [{ name: "X", cells: { A1: 20 }, after: `<extLst><ext uri="{05C60535-1F16-4fd2-B633-F4F36F0B64E0}" ${X14}><x14:sparklineGroups><x14:sparklineGroup><x14:sparklines><x14:sparkline><xm:f>Lost</xm:f><xm:sqref>C1</xm:sqref></x14:sparkline></x14:sparklines></x14:sparklineGroup></x14:sparklineGroups></ext></extLst>` }], names: LOST }, "sheet1.xml uses the add-in"],
])("%s that cannot be changed is named in the refusal", async (_, spec, sentence) => {
  await expect(share(handMade(spec))).rejects.toThrow(sentence);
});

test("later conditional formats, names with LAMBDA, names that move with their cell, and spills by reference", async () => {
  const file = handMade({
    sheets: [{
      name: "X",
      cells: {
        A1: 20, A2: 30,
        B1: { f: "HC(A1,0.05)", v: 24 }, B2: { f: "HP(0.05)", v: 24 }, B3: { f: "Here*2", v: 48 },
        D1: { f: "MINE.HASHCOST(A1:A2,0.05)", v: 24, attributes: ' t="array" ref="D1:D2"', cell: ' cm="1"' }, D2: 36,
        E1: { f: "SUM(_xlfn.ANCHORARRAY(D1))", v: 60 },
        F1: { f: "_xlfn.SINGLE(MINE.HASHCOST(A1,0.05))", v: 24 }, F2: { f: "MINE.HASHCOST(SUM(X:Y!A1)-20,0.05)", v: 24 },
      },
      after: `<extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}" ${X14}><x14:conditionalFormattings><x14:conditionalFormatting><x14:cfRule type="expression" priority="1" id="{0}"><xm:f>MINE.HASHCOST(A1,0.05)&gt;30</xm:f><x14:dxf/></x14:cfRule><xm:sqref>A1:A2</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst>`,
    }, { name: "Y", cells: { A1: 20 } }],
    names: '<definedName name="HC">_xlfn.LAMBDA(_xlpm.x,_xlpm.p,MINE.HASHCOST(_xlpm.x,_xlpm.p))</definedName><definedName name="HP">_xlfn.LAMBDA(_xlpm.p,MINE.HASHCOST(20,_xlpm.p))</definedName><definedName name="Here">MINE.HASHCOST(X!A1,0.05)</definedName>',
  });
  const { bytes, records } = await share(file);
  expect(records.map(({ item, outcome }) => `${item} ${outcome}`)).toEqual(["B1 frozen", "D1 native", "F1 native", "F2 native", "B3 frozen", "Conditional format of A1:A2 native", "HC removed", "HP native", "Here removed"]);
  const parts = readParts(bytes);
  expectNoAddIn(parts);
  const text = parts.get(SHEET)!;
  expect(text).toContain("<xm:f>(24*A1*0.05*1+0)&gt;30</xm:f>");
  expect(text).toContain('<c r="B2" t="n"><f>HP(0.05)</f><v>24</v></c>');
  expect(text).toContain("<f>SUM(_xlfn.ANCHORARRAY(D1))</f><v>60</v>");
  expect(text).toContain("<f>_xlfn.SINGLE((24*A1*0.05*1+0))</f><v>24</v>");
});
