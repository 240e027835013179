import type { Cell } from "../../src/model-sheets";
import { cellInput } from "../../src/excel/cell-input";

const entered = (content: Cell["content"]): string | number | boolean => cellInput({ content, look: "label" });

test.each(["=1+1", "+1", "-1", "@SUM(A1)", "007", "2026-08-21", "Mar 21", "1E5", "TRUE", "false", "'quoted", " =1", "10%", "Antminer S21 XP 270 TH/s"])("%j is entered as text", (text) => {
  expect(entered(text)).toBe(`'${text}`);
});

test.each(["Power price", "PUE", "Überblick", ""])("%j needs no apostrophe", (text) => {
  expect(entered(text)).toBe(text);
});

test("numbers and formulas go as they are, and no cell is an empty one", () => {
  expect(entered(-0.5)).toBe(-0.5);
  expect(entered(false)).toBe(false);
  expect(entered({ formula: "=A1" })).toBe("=A1");
  expect(cellInput(null)).toBe("");
});
