// Comments of the workbook's cells. The grid keeps them and shows them as notes; replies are not modelled.
import { text } from "../arguments";
import { HostError } from "../errors";
import { hostObject, type HostObject, type ObjectType } from "../object-type";
import type { CellComment } from "../store";
import { rangeArgument, rangeObject } from "./range";
import type { WorkbookState } from "./workbook-state";

interface CommentState {
  readonly book: WorkbookState;
  readonly id: string;
}

function commentOf({ book, id }: CommentState): CellComment {
  const found = book.store.comments().find((each) => each.id === id);
  if (!found) throw new HostError("ItemNotFound");
  return found;
}

export const commentType: ObjectType<CommentState> = {
  wire: "Comment",
  identity: { field: "Id", of: ({ id }) => id },
  scalars: {
    Id: { since: "ExcelApi 1.10", read: ({ id }) => id },
    Content: { since: "ExcelApi 1.10", read: (self) => commentOf(self).text },
  },
  methods: {
    Delete: {
      since: "ExcelApi 1.10",
      call(self) {
        self.book.store.deleteComment(commentOf(self).id);
        return null;
      },
    },
    GetLocation: {
      since: "ExcelApi 1.10",
      call(self) {
        const { sheetId, row, column } = commentOf(self);
        return rangeObject(self.book, sheetId, { row, column, rows: 1, columns: 1 });
      },
    },
  },
};

function find(book: WorkbookState, key: unknown): HostObject | null {
  const id = text(key);
  return book.store.comments().some((each) => each.id === id) ? hostObject(commentType, { book, id }) : null;
}

function add(book: WorkbookState, [cell, content]: readonly unknown[]): HostObject {
  const { sheetId, area: { row, column, rows, columns } } = rangeArgument(book, book.store.activeSheetId(), cell);
  if (rows > 1 || columns > 1) throw new HostError("InvalidArgument", "A comment belongs to one cell.");
  book.refuseProtected(sheetId);
  if (book.store.comments().some((each) => each.sheetId === sheetId && each.row === row && each.column === column)) throw new HostError("InvalidOperation", "The cell has a comment already.");
  return hostObject(commentType, { book, id: book.store.addComment(sheetId, row, column, text(content)) });
}

export const commentCollectionType: ObjectType<WorkbookState> = {
  wire: "CommentCollection",
  methods: {
    Add: { since: "ExcelApi 1.10", call: add },
    GetCount: { since: "ExcelApi 1.10", call: (book) => book.store.comments().length },
  },
  items: (book) => book.store.comments().map(({ id }) => hostObject(commentType, { book, id })),
  item: find,
};
