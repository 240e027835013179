import { excelRule, validationTexts, type ValidationRule } from "../../src/model-sheets";

test.each<[ValidationRule, ReturnType<typeof excelRule>]>([
  [{ kind: "list", values: ["Keep", "Upgrade"] }, { type: "list", formula1: "Keep,Upgrade" }],
  [{ kind: "list", values: ["a,b"] }, undefined],
  [{ kind: "list", values: ["x".repeat(255)] }, { type: "list", formula1: "x".repeat(255) }],
  [{ kind: "list", values: ["x".repeat(256)] }, undefined],
  [{ kind: "listRange", sheet: "My sites", address: "B4:B9" }, { type: "list", formula1: "'My sites'!$B$4:$B$9" }],
  [{ kind: "date", from: "2026-01-01", to: "2026-12-31" }, { type: "date", operator: "between", formula1: 46_023, formula2: 46_387 }],
  [{ kind: "textLength", maximum: 31 }, { type: "textLength", operator: "lessThanOrEqual", formula1: 31 }],
  [{ kind: "decimal", minimum: 0, maximum: 1 }, { type: "decimal", operator: "between", formula1: 0, formula2: 1 }],
  [{ kind: "decimal", minimum: 0 }, { type: "decimal", operator: "greaterThanOrEqual", formula1: 0 }],
  [{ kind: "decimal", maximum: 0 }, { type: "decimal", operator: "lessThanOrEqual", formula1: 0 }],
  [{ kind: "whole", exclusiveMinimum: 0 }, { type: "whole", operator: "greaterThan", formula1: 0 }],
  [{ kind: "whole", exclusiveMaximum: 9 }, { type: "whole", operator: "lessThan", formula1: 9 }],
  [{ kind: "decimal", exclusiveMinimum: 0, maximum: 1 }, { type: "custom", formula1: "IFERROR(AND(ISNUMBER(C4),C4<=1,C4>0),FALSE)" }],
  [{ kind: "whole", exclusiveMinimum: 0, exclusiveMaximum: 9 }, { type: "custom", formula1: "IFERROR(AND(ISNUMBER(C4),C4=INT(C4),C4>0,C4<9),FALSE)" }],
  [{ kind: "decimal" }, { type: "custom", formula1: "IFERROR(AND(ISNUMBER(C4)),FALSE)" }],
])("%j in Excel's terms", (rule, expected) => {
  expect(excelRule({ address: "C4:C9", rule })).toEqual(expected);
});

test("texts that Excel would refuse are cut", () => {
  const long = "n".repeat(300);
  const texts = validationTexts({ address: "A1", rule: { kind: "textLength", maximum: 1 }, errorTitle: long, errorMessage: long, promptTitle: long, prompt: long });
  expect(Object.values(texts).map((text) => text.length)).toEqual([32, 225, 32, 255]);
  expect(texts.errorTitle).toMatch(/^n+…$/);
});
