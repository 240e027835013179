// Copies of the open workbook as a file, as Office.context.document.getFileAsync asks for them: slice by slice, at most two at a time.
import { HostError } from "./errors";

/** Of office.js: what kind of file is asked for. */
const COMPRESSED = 1;
const MOST_OPEN = 2;
/** Numbers of office.js for what went wrong. */
const ERROR = { fileTypeNotSupported: 1009, noSuchFile: 2000, tooManyOpen: 5000 } as const;

interface Copy {
  readonly bytes: Uint8Array;
  readonly sliceSize: number;
}

type Answer = Readonly<Record<string, unknown>>;

export class DocumentCopies {
  private readonly opened = new Map<number, Copy>();
  private nextHandle = 1;

  /** @param make the workbook as it is now */
  constructor(private readonly make: () => Promise<Uint8Array>) {}

  /** Forgets the copies of a page that is gone. */
  reset(): void {
    this.opened.clear();
  }

  async open(type: unknown, sliceSize: unknown): Promise<Answer> {
    if (type !== COMPRESSED) return failed(ERROR.fileTypeNotSupported);
    if (this.opened.size >= MOST_OPEN) return failed(ERROR.tooManyOpen);
    const bytes = await this.make();
    const handle = this.nextHandle++;
    this.opened.set(handle, { bytes, sliceSize: Number(sliceSize) });
    return { Version: 1, Error: 0, 0: handle, 1: bytes.length };
  }

  slice(handle: unknown, index: unknown): Answer {
    const copy = this.opened.get(Number(handle));
    if (!copy) return failed(ERROR.noSuchFile);
    const from = Number(index) * copy.sliceSize;
    const data = [...copy.bytes.subarray(from, from + copy.sliceSize)];
    return { Version: 1, Error: 0, 0: data, 1: data.length };
  }

  close(handle: unknown): Answer {
    return this.opened.delete(Number(handle)) ? { Version: 1, Error: 0 } : failed(ERROR.noSuchFile);
  }
}

/** The bytes of a file that an add-in wants opened; like Excel, only of one in the zip format. */
export function newFile(base64: string): Uint8Array {
  let bytes: Uint8Array;
  try {
    bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  } catch {
    throw new HostError("InvalidArgument", "The workbook is not a base64 text.");
  }
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) throw new HostError("InvalidArgument", "The text holds no .xlsx file.");
  return bytes;
}

function failed(error: number): Answer {
  return { Version: 1, Error: error };
}
