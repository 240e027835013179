// Everything the workbench models, member by member, for the documentation and the tests that hold it against
// Microsoft's declarations.
import { scriptName, type ObjectType } from "../object-type";
import { borderCollectionType, borderType } from "./borders";
import { axisTitleType, axisType, chartAxesType, chartLegendType, chartTitleType, gridlinesType } from "./chart-parts";
import { fillType as seriesFillType, lineType, seriesCollectionType, seriesFormatType, seriesType } from "./chart-series";
import { chartCollectionType, chartType } from "./charts";
import { commentCollectionType, commentType } from "./comments";
import { cellValueType, conditionalFormatCollectionType, customRuleType, customType, fillType as ruleFillType, fontType as ruleFontType, formatType as ruleType, rangeFormatType } from "./conditional-formats";
import { dataValidationType } from "./data-validation";
import { fillType, fontType, formatType } from "./format";
import { settingTypes, workbookPropertyTypes, worksheetPropertyTypes } from "./named-map";
import { nameCollectionType, nameType } from "./names";
import { rangeType } from "./range";
import { headerFooterType, headersFootersType, pageLayoutType } from "./page-layout";
import { tableRowTypes } from "./table-rows";
import { tableCollectionType, tableType } from "./tables";
import { applicationType, propertiesType, workbookType } from "./workbook";
import { freezePanesType, protectionType, worksheetCollectionType, worksheetType } from "./worksheets";

export const modelTypes: readonly ObjectType<unknown>[] = [
  workbookType, applicationType, propertiesType, workbookPropertyTypes.collection, workbookPropertyTypes.entry, settingTypes.collection, settingTypes.entry, nameCollectionType, nameType, commentCollectionType, commentType,
  worksheetCollectionType, worksheetType, freezePanesType, protectionType, pageLayoutType, headersFootersType, headerFooterType, worksheetPropertyTypes.collection, worksheetPropertyTypes.entry,
  tableCollectionType, tableType, tableRowTypes.collection, tableRowTypes.entry,
  rangeType, formatType, fontType, fillType, borderCollectionType, borderType, dataValidationType,
  conditionalFormatCollectionType, ruleType, cellValueType, customType, customRuleType, rangeFormatType, ruleFontType, ruleFillType,
  chartCollectionType, chartType, chartTitleType, chartLegendType, chartAxesType, axisType, axisTitleType, gridlinesType, seriesCollectionType, seriesType, seriesFormatType, lineType, seriesFillType,
];

export interface ModelMember {
  readonly type: string;
  /** As JavaScript has it: "numberFormat". */
  readonly name: string;
  readonly wireName: string;
  readonly kind: "property" | "read-only" | "object" | "method";
  readonly since: string;
}

/** Members that add-ins can use; those internal to office.js are left out. */
export function modelMembers(): ModelMember[] {
  return modelTypes.flatMap((type) => {
    const member = (wireName: string, kind: ModelMember["kind"], since: string | undefined): ModelMember[] => (since === undefined ? [] : [{ type: type.wire, name: scriptName(wireName), wireName, kind, since }]);
    return [
      ...Object.entries(type.scalars ?? {}).flatMap(([name, scalar]) => (scalar.wireOnly ? [] : member(name, scalar.write ? "property" : "read-only", scalar.since))),
      ...Object.entries(type.links ?? {}).flatMap(([name, link]) => member(name, "object", link.since)),
      ...Object.entries(type.methods ?? {}).flatMap(([name, method]) => member(name, "method", method.since)),
    ];
  });
}
