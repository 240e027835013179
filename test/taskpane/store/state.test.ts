import { changed, NOTHING_YET, type Change, type PortfolioState } from "../../../src/taskpane/store/state";
import { withValue } from "../../../src/taskpane/store/draft";

const time = "2026-09-30 14:05:12 UTC";
const after = (...changes: Change[]): PortfolioState => changes.reduce(changed, NOTHING_YET);
const open: Change = { type: "replace", draft: { name: "P" }, origin: { kind: "sample", name: "S" }, label: "Sample opened", time };
const set = (name: string, value: unknown, merge?: string): Change => ({ type: "edit", label: `${name} changed`, edit: (draft) => withValue(draft, [name], value), merge, time });
const undo: Change = { type: "undo", time };
const redo: Change = { type: "redo", time };

test("letters of one field are one step, other fields are steps of their own", () => {
  const state = after(open, set("note", "a", "note"), set("note", "ab", "note"), set("name", "Q", "name"));
  expect(state.past.map(({ label }) => label)).toEqual(["Sample opened", "note changed", "name changed"]);
  expect(changed(state, undo).draft).toEqual({ name: "P", note: "ab" });
  expect(changed(changed(state, undo), undo).draft).toEqual({ name: "P" });
  expect(changed(changed(changed(state, undo), undo), undo)).toMatchObject({ draft: undefined, origin: undefined });
});

test("what was undone comes back, until something else is done", () => {
  const state = after(open, set("name", "Q"), undo);
  expect(changed(state, redo).draft).toEqual({ name: "Q" });
  expect(changed(state, set("name", "R")).future).toEqual([]);
  expect(changed(after(undo), redo)).toBe(after());
});

test("typing in a field after an undo is a step of its own", () => {
  const state = after(open, set("note", "a", "note"), set("note", "ab", "note"), undo, set("note", "b", "note"));
  expect(changed(state, undo).draft).toEqual({ name: "P" });
});

test("nothing to edit, nothing changed: nothing to undo", () => {
  expect(after(set("name", "Q"))).toBe(NOTHING_YET);
  const opened = after(open);
  expect(changed(opened, { type: "edit", label: "x", edit: (draft) => draft, time })).toBe(opened);
});

test("openings, undo and what is noted stand in the log with their documents, edits of one kind in a row as one", () => {
  const later = "2026-09-30 14:06:00 UTC";
  const state = after(open, set("name", "Q"), { ...set("name", "R"), time: later } as Change, set("note", "a"), { type: "note", action: "Workbook built", time }, undo);
  expect(state.log.map(({ action, draft }) => [action, draft?.["name"]])).toEqual([["Sample opened", "P"], ["name changed", undefined], ["note changed", undefined], ["Workbook built", "R"], ["Undone: note changed", "R"]]);
  expect(state.log[1]!.time).toBe(later);
});
