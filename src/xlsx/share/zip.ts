import { deflateSync, Inflate } from "fflate";
import { ShareRefusal } from "./refusal";
import { zipDirectory, type ZipEntry } from "./zip-directory";

// A package whose parts are read when they are asked for. What nobody replaces is written as it was stored, byte for byte.

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
/** The part's name is UTF-8. */
const UTF8_NAME = 0x0800;
/** The first day that the format knows. */
const FIRST_DAY = 0x21;
/** Fed to the inflater at once: no more than some thousand times as much comes out before its size is looked at. */
const STEP = 16_384;

export class ZipPackage {
  private readonly bytes: Uint8Array;
  private readonly entries: ReadonlyMap<string, ZipEntry>;
  private readonly changes = new Map<string, Uint8Array | null>();

  /** @throws ShareRefusal when the bytes are no package, or one that is not safe to open */
  constructor(file: Uint8Array) {
    // A plain view, whose slices are copies: those of Node's own kind are not.
    this.bytes = new Uint8Array(file.buffer, file.byteOffset, file.byteLength);
    this.entries = new Map(zipDirectory(this.bytes).map((entry) => [entry.name, entry]));
  }

  /** The names of the parts, in the file's order, new ones last. */
  names(): string[] {
    const added = [...this.changes].flatMap(([name, content]) => (content && !this.entries.has(name) ? [name] : []));
    return [...[...this.entries.keys()].filter((name) => this.changes.get(name) !== null), ...added];
  }

  has(name: string): boolean {
    return this.changes.has(name) ? this.changes.get(name) !== null : this.entries.has(name);
  }

  /** Size of a part once it is inflated. */
  sizeOf(name: string): number {
    return this.changes.get(name)?.length ?? this.entries.get(name)?.size ?? 0;
  }

  /** @throws ShareRefusal when the part is missing or damaged */
  read(name: string): Uint8Array {
    const changed = this.changes.get(name);
    if (changed) return changed;
    const entry = this.entries.get(name);
    if (!entry || changed === null) throw new ShareRefusal(`The file lacks its part ${name}; it is damaged.`);
    const stored = this.bytes.subarray(entry.dataStart, entry.dataEnd);
    const content = entry.method === 0 ? stored : inflated(stored, entry);
    if (content.length !== entry.size || crc32(content) !== entry.checksum) throw damaged(name);
    return content;
  }

  replace(name: string, content: Uint8Array): void {
    this.changes.set(name, content);
  }

  remove(name: string): void {
    this.changes.set(name, null);
  }

  /** The whole package. */
  write(): Uint8Array {
    const pieces: Uint8Array[] = [];
    const directory: Uint8Array[] = [];
    let offset = 0;
    for (const name of this.names()) {
      const entry = this.entries.get(name);
      const content = this.changes.get(name);
      const [local, central] = content ? fresh(name, content, offset) : [[this.bytes.subarray(entry!.start, entry!.end)], relocated(this.bytes, entry!, offset)];
      pieces.push(...local);
      directory.push(central);
      offset += local.reduce((sum, { length }) => sum + length, 0);
    }
    const size = directory.reduce((sum, { length }) => sum + length, 0);
    const end = record(22, END, [[8, 2, directory.length], [10, 2, directory.length], [12, 4, size], [16, 4, offset]]);
    return joined([...pieces, ...directory, end]);
  }
}

function inflated(stored: Uint8Array, { name, size }: ZipEntry): Uint8Array {
  const content = new Uint8Array(size);
  let length = 0;
  const inflate = new Inflate((chunk) => {
    if (length + chunk.length > size) throw damaged(name);
    content.set(chunk, length);
    length += chunk.length;
  });
  try {
    for (let at = 0; at === 0 || at < stored.length; at += STEP) inflate.push(stored.subarray(at, at + STEP), at + STEP >= stored.length);
  } catch {
    throw damaged(name);
  }
  return content.subarray(0, length);
}

function damaged(name: string): ShareRefusal {
  return new ShareRefusal(`The file's part ${name} is damaged.`);
}

/** A local record with its data, and the directory's record. */
function fresh(name: string, content: Uint8Array, offset: number): [Uint8Array[], Uint8Array] {
  const nameBytes = new TextEncoder().encode(name);
  const data = deflateSync(content, { level: 6 });
  const common = (at: number): Field[] => [[at, 2, 20], [at + 2, 2, UTF8_NAME], [at + 4, 2, 8], [at + 8, 2, FIRST_DAY], [at + 10, 4, crc32(content)], [at + 14, 4, data.length], [at + 18, 4, content.length], [at + 22, 2, nameBytes.length]];
  const local = record(30, LOCAL, common(4));
  const central = record(46, CENTRAL, [[4, 2, 20], ...common(6), [42, 4, offset]]);
  return [[local, nameBytes, data], joined([central, nameBytes])];
}

/** The directory's record of a part that is written as it was, at another place. */
function relocated(bytes: Uint8Array, entry: ZipEntry, offset: number): Uint8Array {
  const central = bytes.slice(entry.centralStart, entry.centralEnd);
  new DataView(central.buffer).setUint32(entry.offsetField, offset, true);
  return central;
}

/** Position, bytes and value. */
type Field = readonly [number, 2 | 4, number];

function record(length: number, signature: number, fields: readonly Field[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(length));
  view.setUint32(0, signature, true);
  for (const [at, size, value] of fields) {
    if (size === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
  }
  return new Uint8Array(view.buffer);
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

function crc32(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (let i = 0; i < bytes.length; i++) value = CRC_TABLE[(value ^ bytes[i]!) & 0xff]! ^ (value >>> 8);
  return ~value >>> 0;
}
