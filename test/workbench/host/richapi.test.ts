// The interpreter alone, over a toy model: what office.js may send without its library.
import { HostError } from "../../../src/workbench/host/errors";
import { hostObject, type HostObject, type ObjectType } from "../../../src/workbench/host/object-type";
import { BatchInterpreter } from "../../../src/workbench/host/richapi";

interface Box {
  items: string[];
  added: number;
  settled: number;
}

const itemType: ObjectType<{ box: Box; name: string }> = {
  wire: "Item",
  identity: { field: "Id", of: ({ name }) => name },
  scalars: { Name: { since: "ExcelApi 1.1", read: ({ name }) => name }, Length: { since: "ExcelApi 1.9", read: ({ name }) => name.length } },
};

const boxType: ObjectType<Box> = {
  wire: "Box",
  scalars: { Count: { since: "ExcelApi 1.1", calculated: true, read: ({ items }) => items.length } },
  links: { Newer: { since: "ExcelApi 1.10", follow: () => null } },
  methods: {
    Add: {
      since: "ExcelApi 1.1",
      call(box, [name]) {
        if (name === "bad") throw new HostError("InvalidArgument");
        box.items.push(String(name));
        box.added++;
        return hostObject(itemType, { box, name: String(name) });
      },
    },
    Find: { since: "ExcelApi 1.4", call: (box, [name]) => item(box, name) },
    Same: { since: "ExcelApi 1.1", call: (_, args) => args.map((each) => (each === null ? "null" : typeof each)) },
  },
  items: (box) => box.items.map((name) => hostObject(itemType, { box, name })),
  item,
};

function item(box: Box, name: unknown): HostObject | null {
  return box.items.includes(String(name)) ? hostObject(itemType, { box, name: String(name) }) : null;
}

function setup() {
  const box: Box = { items: ["a", "b", "c"], added: 0, settled: 0 };
  const interpreter = new BatchInterpreter({
    root: hostObject(boxType, box),
    services: {},
    admits: (set) => set !== "ExcelApi 1.10",
    settle: () => Promise.resolve(void box.settled++),
    onMember: () => undefined,
  });
  return { box, interpreter };
}

const ROOT = { "1": { ObjectPathType: 1 } };
const add = (name: string) => ({ ObjectPathType: 3, Name: "Add", ParentObjectPathId: 1, ArgumentInfo: { Arguments: [name] } });

test("a path runs once, however often it is used; every action has a result, also a trace", async () => {
  const { box, interpreter } = setup();
  const response = await interpreter.run({
    Actions: [
      { Id: 10, ActionType: 1, ObjectPathId: 2 },
      { Id: 11, ActionType: 2, ObjectPathId: 2, QueryInfo: { Select: ["name"] } },
      { Id: 12, ActionType: 5, ObjectPathId: 0 },
    ],
    ObjectPaths: { ...ROOT, "2": add("d") },
  });
  expect(response).toEqual({ Results: [{ ActionId: 10, Value: { Id: "d" } }, { ActionId: 11, Value: { Id: "d", Name: "d" } }, { ActionId: 12, Value: null }], TraceIds: [12] });
  expect(box.added).toBe(1);
});

test("an error stops the batch, says where, and keeps what was done", async () => {
  const { box, interpreter } = setup();
  const response = await interpreter.run({
    Actions: [
      { Id: 1, ActionType: 1, ObjectPathId: 2 },
      { Id: 2, ActionType: 1, ObjectPathId: 3 },
      { Id: 3, ActionType: 1, ObjectPathId: 4 },
    ],
    ObjectPaths: { ...ROOT, "2": add("kept"), "3": add("bad"), "4": add("never") },
  });
  expect(response.Results).toHaveLength(1);
  expect(response.Error).toMatchObject({ Code: "InvalidArgument", Location: "Box.add", ActionIndex: 1, HttpStatusCode: 400 });
  expect(box.items).toEqual(["a", "b", "c", "kept"]);
});

test("null objects answer null down the path", async () => {
  const { interpreter } = setup();
  const { Results } = await interpreter.run({
    Actions: [{ Id: 1, ActionType: 1, ObjectPathId: 2 }, { Id: 2, ActionType: 2, ObjectPathId: 3 }, { Id: 3, ActionType: 3, Name: "Anything", ObjectPathId: 3 }],
    ObjectPaths: { ...ROOT, "2": { ObjectPathType: 3, Name: "Find", ParentObjectPathId: 1, ArgumentInfo: { Arguments: ["zz"] } }, "3": { ObjectPathType: 4, Name: "Whatever", ParentObjectPathId: 2 } },
  });
  expect(Results.map(({ Value }) => Value)).toEqual([null, null, null]);
});

test.each([
  [["items/name"], undefined, { _Items: [{ Id: "a", Name: "a" }, { Id: "b", Name: "b" }, { Id: "c", Name: "c" }] }],
  [["count"], undefined, { Count: 3 }],
  [["count", "name"], { Skip: 1, Top: 1 }, { Count: 3, _Items: [{ Id: "b", Name: "b" }] }],
  [[], { Top: 1 }, { Count: 3, _Items: [{ Id: "a", Name: "a", Length: 1 }] }],
  [["$none"], { Top: 1 }, { _Items: [{ Id: "a" }] }],
])("loading %j of a collection", async (Select, paging, value) => {
  const { interpreter } = setup();
  const { Results } = await interpreter.run({ Actions: [{ Id: 1, ActionType: 2, ObjectPathId: 1, QueryInfo: { Select, ...paging } }], ObjectPaths: ROOT });
  expect(Results[0]?.Value).toEqual(value);
});

test("calculated values are read after the store has settled", async () => {
  const { box, interpreter } = setup();
  await interpreter.run({ Actions: [{ Id: 1, ActionType: 2, ObjectPathId: 1, QueryInfo: { Select: ["name"] } }], ObjectPaths: ROOT });
  expect(box.settled).toBe(0);
  await interpreter.run({ Actions: [{ Id: 1, ActionType: 2, ObjectPathId: 1, QueryInfo: { Select: ["count"] } }], ObjectPaths: ROOT });
  expect(box.settled).toBe(1);
});

test("references live from _KeepReference to _RemoveReference", async () => {
  const { interpreter } = setup();
  const item = { "2": { ObjectPathType: 5, ParentObjectPathId: 1, ArgumentInfo: { Arguments: ["b"] } } };
  const { Results } = await interpreter.run({
    Actions: [{ Id: 1, ActionType: 3, Name: "_KeepReference", ObjectPathId: 2 }, { Id: 2, ActionType: 1, ObjectPathId: 2 }],
    ObjectPaths: { ...ROOT, ...item },
  });
  const { _ReferenceId } = Results[1]?.Value as { _ReferenceId: string };
  const read = () => interpreter.run({ Actions: [{ Id: 1, ActionType: 2, ObjectPathId: 9, QueryInfo: { Select: ["name"] } }], ObjectPaths: { "9": { ObjectPathType: 6, Name: _ReferenceId } } });
  expect((await read()).Results[0]?.Value).toEqual({ Id: "b", _ReferenceId, Name: "b" });
  await interpreter.run({ Actions: [{ Id: 1, ActionType: 3, Name: "_RemoveReference", ObjectPathId: 1, ArgumentInfo: { Arguments: [_ReferenceId] } }], ObjectPaths: ROOT });
  expect((await read()).Error?.Code).toBe("InvalidReference");
});

test("arguments that are objects, alone, in lists and inside plain objects", async () => {
  const { interpreter } = setup();
  const { Results } = await interpreter.run({
    Actions: [{ Id: 1, ActionType: 3, Name: "Same", ObjectPathId: 1, ArgumentInfo: { Arguments: [2, null, { _ObjectPathId: 2 }, { plain: 1 }], ReferencedObjectPathIds: [2, 0, 0, 0] } }],
    ObjectPaths: { ...ROOT, "2": { ObjectPathType: 5, ParentObjectPathId: 1, ArgumentInfo: { Arguments: ["b"] } } },
  });
  expect(Results[0]?.Value).toEqual(["object", "null", "object", "object"]);
});

test.each([
  ["an unknown member", { Id: 1, ActionType: 3, Name: "Explode", ObjectPathId: 1 }, "NotImplemented", "The workbench does not model Box.explode."],
  ["what every object inherits", { Id: 1, ActionType: 3, Name: "constructor", ObjectPathId: 1 }, "NotImplemented", "The workbench does not model Box.constructor."],
  ["an unknown property to load", { Id: 1, ActionType: 2, ObjectPathId: 2, QueryInfo: { Select: ["weight"] } }, "NotImplemented", "The workbench does not model loading Item.weight."],
  ["a read-only property", { Id: 1, ActionType: 4, Name: "Name", ObjectPathId: 2, ArgumentInfo: { Arguments: ["x"] } }, "NotImplemented", "The workbench does not model setting Item.name."],
  ["a newer set", { Id: 1, ActionType: 1, ObjectPathId: 3 }, "ApiNotFound", "Box.newer belongs to ExcelApi 1.10, which the manifest does not ask for."],
  ["an unknown action", { Id: 1, ActionType: 9, ObjectPathId: 1 }, "NotImplemented", "The workbench does not model action type 9."],
])("refuses %s", async (_, action, code, message) => {
  const { interpreter } = setup();
  const { Error: error } = await interpreter.run({
    Actions: [action],
    ObjectPaths: { ...ROOT, "2": { ObjectPathType: 5, ParentObjectPathId: 1, ArgumentInfo: { Arguments: ["b"] } }, "3": { ObjectPathType: 4, Name: "Newer", ParentObjectPathId: 1 } },
  });
  expect([error?.Code, error?.Message]).toEqual([code, message]);
});
