import { ShareRefusal } from "./refusal";

// The directory of a ZIP file, read with suspicion.

export interface ZipEntry {
  readonly name: string;
  /** 0 as it is, 8 deflated */
  readonly method: number;
  readonly checksum: number;
  /** inflated */
  readonly size: number;
  /** the local record, up to the next one: header, data and what may follow them */
  readonly start: number;
  readonly end: number;
  readonly dataStart: number;
  readonly dataEnd: number;
  readonly centralStart: number;
  readonly centralEnd: number;
  /** where the record in the directory says where the part begins, from the record's start */
  readonly offsetField: number;
}

/** More than any workbook of 50 MB has. */
const MOST_PARTS = 10_000;
const MOST_BYTES = 2 ** 30;
/** Beyond a size that does no harm, honest parts do not shrink to less than this share. */
const HARMLESS = 2 ** 24;
const MOST_RATIO = 250;

/** @throws ShareRefusal */
export function zipDirectory(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length >= 8 && view.getUint32(0) === 0xd0cf11e0) throw new ShareRefusal("The file is encrypted, or a workbook of Excel 2003 or older. Open it in Excel, take the password off or save it as .xlsx, and share that.");
  if (bytes.length < 22 || view.getUint32(0, true) !== 0x04034b50) throw new ShareRefusal("The file is no .xlsx workbook.");
  try {
    return checked(entriesOf(bytes, view));
  } catch (error) {
    if (error instanceof RangeError) throw new ShareRefusal("The file is cut off or damaged.");
    throw error;
  }
}

function entriesOf(bytes: Uint8Array, view: DataView): ZipEntry[] {
  const { count, start } = endOfDirectory(view);
  if (count > MOST_PARTS) throw new ShareRefusal(`The file has ${count} parts; more than ${MOST_PARTS} are not opened.`);
  const entries: ZipEntry[] = [];
  let at = start;
  for (let i = 0; i < count; i++) {
    if (view.getUint32(at, true) !== 0x02014b50) throw new RangeError();
    const [flags, method, nameLength, extraLength, commentLength] = [8, 10, 28, 30, 32].map((field) => view.getUint16(at + field, true)) as [number, number, number, number, number];
    const centralEnd = at + 46 + nameLength + extraLength + commentLength;
    const nameBytes = bytes.subarray(at + 46, at + 46 + nameLength);
    const name = decoded(nameBytes);
    if (flags & 1) throw new ShareRefusal("The file is encrypted. Take the password off, and share that.");
    if (method !== 0 && method !== 8) throw new ShareRefusal(`The file's part ${name} is compressed in a way that workbooks do not use.`);
    const { stored, size, local, offsetField } = placeOf(view, at, nameLength, extraLength);
    if (view.getUint32(local, true) !== 0x04034b50) throw new RangeError();
    const localName = view.getUint16(local + 26, true);
    const dataStart = local + 30 + localName + view.getUint16(local + 28, true);
    if (decoded(bytes.subarray(local + 30, local + 30 + localName)) !== name) throw new RangeError();
    if (dataStart + stored > start || centralEnd > bytes.length) throw new RangeError();
    entries.push({ name, method, checksum: view.getUint32(at + 16, true), size, start: local, end: 0, dataStart, dataEnd: dataStart + stored, centralStart: at, centralEnd, offsetField });
    at = centralEnd;
  }
  // A record ends where the next one begins: whatever stands between them is kept.
  const inOrder = [...entries].sort((a, b) => a.start - b.start);
  const ends = new Map(inOrder.map((entry, i) => [entry, inOrder[i + 1]?.start ?? start]));
  if (inOrder.some((entry) => entry.dataEnd > ends.get(entry)!)) throw new ShareRefusal("Parts of the file overlap; it is no honest workbook.");
  return entries.map((entry) => ({ ...entry, end: ends.get(entry)! }));
}

function endOfDirectory(view: DataView): { count: number; start: number } {
  // A comment of at most 64 KB may follow.
  let at = view.byteLength - 22;
  const first = Math.max(0, at - 0xffff);
  while (view.getUint32(at, true) !== 0x06054b50) if (--at < first) throw new RangeError();
  const [count, start] = [view.getUint16(at + 10, true), view.getUint32(at + 16, true)];
  if (count !== 0xffff && start !== 0xffffffff) return { count, start };
  if (view.getUint32(at - 20, true) !== 0x07064b50) throw new RangeError();
  const large = Number(view.getBigUint64(at - 12, true));
  return { count: Number(view.getBigUint64(large + 32, true)), start: Number(view.getBigUint64(large + 48, true)) };
}

/** Sizes and offset of a directory record; where they stand in the extra field for large files, those. */
function placeOf(view: DataView, at: number, nameLength: number, extraLength: number): { stored: number; size: number; local: number; offsetField: number } {
  let [size, stored, local] = [24, 20, 42].map((field) => view.getUint32(at + field, true)) as [number, number, number];
  let offsetField = 42;
  for (let extra = at + 46 + nameLength, end = extra + extraLength; extra + 4 <= end; extra += 4 + view.getUint16(extra + 2, true)) {
    if (view.getUint16(extra, true) !== 1) continue;
    let next = extra + 4;
    const large = (): number => Number(view.getBigUint64((next += 8) - 8, true));
    if (size === 0xffffffff) size = large();
    if (stored === 0xffffffff) stored = large();
    if (local === 0xffffffff) {
      offsetField = next - at;
      local = large();
    }
  }
  return { stored, size, local, offsetField };
}

function checked(entries: ZipEntry[]): ZipEntry[] {
  const seen = new Set<string>();
  let total = 0;
  for (const { name, size, dataStart, dataEnd } of entries) {
    const key = name.toLowerCase();
    if (seen.has(key)) throw new ShareRefusal(`The file has two parts named ${name}; it is damaged.`);
    seen.add(key);
    if (name === "" || /^\/|\\|^[a-z]:|\p{Cc}/iu.test(name) || name.split("/").some((step) => step === ".." || step === ".")) throw new ShareRefusal("The file has parts with names that lead out of it; it is no honest workbook.");
    total += size;
    if (total > MOST_BYTES) throw new ShareRefusal(`The file unpacks to more than ${MOST_BYTES / 2 ** 30} GB; so much is not opened.`);
    if (size > HARMLESS && size > MOST_RATIO * (dataEnd - dataStart)) throw new ShareRefusal(`The file's part ${name} unpacks to more than ${MOST_RATIO} times its size; it is no honest workbook.`);
  }
  return entries;
}

function decoded(name: Uint8Array): string {
  return new TextDecoder().decode(name);
}
