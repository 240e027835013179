import { asicModels, fullName } from "../../src/catalog/catalog";
import { findBins, findModel, modelFigure } from "../../src/catalog/lookup";

test.each([
  ["antminer-s21-xp-270t", "antminer-s21-xp-270t"],
  ["S21 XP", "antminer-s21-xp-270t"],
  ["s21xp", "antminer-s21-xp-270t"],
  ["Antminer S21 XP", "antminer-s21-xp-270t"],
  ["Bitmain Antminer S21 XP 270T", "antminer-s21-xp-270t"],
  ["s19j pro 104", "antminer-s19j-pro-104t"],
  ["S19j Pro 104T", "antminer-s19j-pro-104t"],
  ["S19J-PRO (104 TH/s)", "antminer-s19j-pro-104t"],
  ["S19j Pro+", "antminer-s19j-pro-plus-122t"],
  ["S21", "antminer-s21-200t"],
  ["S2 1T", "antminer-s2-1t"],
  ["M60S", "whatsminer-m60s-186t"],
  ["m60s++ 226 th", "whatsminer-m60s-plus-plus-226t"],
  ["S21 XP H", "antminer-s21-xp-hyd-473t"],
  ["bitmain s21", "antminer-s21-200t"],
  ["MicroBT M60S 186", "whatsminer-m60s-186t"],
  ["S21 XP Hydro", "antminer-s21-xp-hyd-473t"],
  ["S21 Imm. 301T", "antminer-s21-immersion-301t"],
  ["M63S+ Hydro", "whatsminer-m63s-plus-424t"],
  ["m60s plus", "whatsminer-m60s-plus-212t"],
  ["Canaan 1466", "avalon-a1466-150t"],
  ["A841", "avalonminer-841-13-6t"],
  ["Avalonminer 1246 90T", "avalon-a1246-90t"],
  ["E12", "ebang-ebit-e12-44t"],
  ["Bitdeer A2 Pro Air", "sealminer-a2-pro-air-255t"],
  ["Ｓ２１", "antminer-s21-200t"],
])("%s is %s", (name, id) => expect(findModel(name).id).toBe(id));

test("every id and full name finds its own row, also without the unit and with the maker", () => {
  for (const model of asicModels()) {
    expect(findModel(model.id)).toBe(model);
    for (const name of [fullName(model), `${model.model} ${model.hashrateThs}`, `${model.manufacturer} ${fullName(model)}`]) expect(findBins(name)).toContain(model);
  }
});

test("a model's name alone stands for its bins where they agree", () => {
  expect(modelFigure("S21+", "efficiencyJth")).toBe(16.5);
  expect(modelFigure("S19j Pro", "efficiencyJth")).toBe(29.5);
  expect(modelFigure("S19j Pro", "cooling")).toBe("air");
  expect(() => modelFigure("S19j Pro", "powerW")).toThrow(/comes in 4 versions/);
  expect(() => modelFigure("Innosilicon T3", "efficiencyJth")).toThrow(/comes in 4 versions/);
});

test("several models are refused with their names", () => expect(() => findModel("S21 X")).toThrow(/fits \d+ models: "Antminer S21 XP/));

test("unknown names come with the nearest", () => {
  expect(() => findModel("Antminer S22 XP")).toThrow(/no machine "Antminer S22 XP"\. Nearest: ".*S21 XP/);
  expect(() => findModel("S19k Pro 115")).toThrow(/Nearest: "Antminer S19k Pro"/);
  expect(() => findModel("m50s++ 150")).toThrow(/Nearest: "Whatsminer M50S"/);
  expect(() => findModel("?")).toThrow(/no machine/);
  expect(() => findModel("x".repeat(1000))).toThrow(/1000 characters/);
});
