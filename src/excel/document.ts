import { explainFailure, WriteError, type Task } from "./write-error";

// The workbook as a file, and files as workbooks. The open workbook is only read.

/** Bytes of a slice: what Excel gives at once. */
const SLICE_SIZE = 4 * 1024 * 1024;
/** Excel on the web takes 5 MB with a request, and the text of a file is four thirds of its size. */
const MOST_BYTES_NEW = 3_700_000;

const OPEN_NEW: Task = { thing: "the new workbook", again: "open it again", smaller: "Download it instead" };

/** The name that Excel shows for the workbook: "Plan 2027.xlsx". Throws WriteError. */
export async function workbookName(): Promise<string> {
  try {
    return await Excel.run(async (context) => {
      context.workbook.load("name");
      await context.sync();
      return context.workbook.name;
    });
  } catch (error) {
    throw explainFailure(error, { thing: "the workbook's name", again: "try again", smaller: "" });
  }
}

/**
 * The open workbook as the bytes of its .xlsx file, unsaved changes and all.
 * @param onSlice told how many slices have come, of all
 * @param signal when it is aborted, no more slices are asked for, and the promise is rejected with its reason
 * @throws WriteError
 */
export async function documentBytes(onSlice: (done: number, all: number) => void = () => undefined, signal?: AbortSignal): Promise<Uint8Array> {
  const file = await answerOf<Office.File>((done) => Office.context.document.getFileAsync(Office.FileType.Compressed, { sliceSize: SLICE_SIZE }, done));
  try {
    const slices: Uint8Array[] = [];
    for (let index = 0; index < file.sliceCount; index++) {
      signal?.throwIfAborted();
      const slice = await answerOf<Office.Slice>((done) => file.getSliceAsync(index, done));
      slices.push(Uint8Array.from(slice.data as ArrayLike<number>));
      onSlice(index + 1, file.sliceCount);
    }
    const bytes = new Uint8Array(slices.reduce((sum, { length }) => sum + length, 0));
    slices.reduce((at, slice) => (bytes.set(slice, at), at + slice.length), 0);
    if (bytes.length === 0 || bytes.length !== file.size) throw new WriteError(`Excel gave ${bytes.length.toLocaleString("en-US")} of the workbook's ${file.size.toLocaleString("en-US")} bytes.`, "Save the workbook, and try again.", undefined);
    return bytes;
  } finally {
    // Excel keeps at most two copies in memory. Nothing is lost where it cannot let one go.
    await answerOf<void>((done) => file.closeAsync(done)).catch(() => undefined);
  }
}

/** Whether a file of this size can become a workbook of its own here. */
export function canOpenNew(bytes: number): boolean {
  return typeof Office !== "undefined" && Office.context.requirements.isSetSupported("ExcelApi", "1.8") && (Office.context.platform !== Office.PlatformType.OfficeOnline || bytes <= MOST_BYTES_NEW);
}

/** Opens a file as a new workbook that is not saved yet, in a window of its own. Needs ExcelApi 1.8. Throws WriteError. */
export async function openNewWorkbook(file: Uint8Array): Promise<void> {
  try {
    await Excel.createWorkbook(base64(file));
  } catch (error) {
    throw explainFailure(error, OPEN_NEW);
  }
}

function answerOf<T>(ask: (done: (result: Office.AsyncResult<T>) => void) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    ask(({ status, value, error }) => {
      // The library's constant is a text.
      if (String(status) === "succeeded") resolve(value);
      else reject(new WriteError(`Excel did not give the workbook as a file${error?.message ? `: ${error.message}` : "."}`, "Save the workbook, finish editing cells, and try again. Where Excel cannot do this, save the file and use npm run share.", error));
    });
  });
}

function base64(bytes: Uint8Array): string {
  const CHUNK = 0x8000;
  let text = "";
  for (let at = 0; at < bytes.length; at += CHUNK) text += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return btoa(text);
}
