import { crc32 } from 'node:zlib';

/** One file of a zip. */
export interface ZipPart {
  readonly name: string;
  readonly bytes: Buffer;
}

const LOCAL_HEADER = 0x04034b50;
const DIRECTORY_ENTRY = 0x02014b50;
const DIRECTORY_END = 0x06054b50;
const UTF8_NAMES = 0x0800;

/** A zip of these files without compression: what one reader saw of an archive, for another reader. */
export function storedZip(parts: readonly ZipPart[]): Uint8Array<ArrayBuffer> {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const name = Buffer.from(part.name, 'utf8');
    const common = commonFields(part.bytes, name.length);
    const local = Buffer.concat([word(LOCAL_HEADER), common, name]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([word(DIRECTORY_ENTRY), half(20), common, place, name]));
    bodies.push(local, part.bytes);
    offset += local.length + part.bytes.length;
  }
  const entries = Buffer.concat(directory);
  const end = Buffer.concat([
    word(DIRECTORY_END),
    half(0),
    half(0),
    half(parts.length),
    half(parts.length),
    word(entries.length),
    word(offset),
    half(0),
  ]);
  return new Uint8Array(Buffer.concat([...bodies, entries, end]));
}

/** Version, flags, method, time, checksum, sizes, length of the name, no extra field: the same in both headers. */
function commonFields(bytes: Buffer, nameLength: number): Buffer {
  return Buffer.concat([
    half(20),
    half(UTF8_NAMES),
    half(0),
    word(0),
    word(crc32(bytes)),
    word(bytes.length),
    word(bytes.length),
    half(nameLength),
    half(0),
  ]);
}

function half(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function word(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value >>> 0);
  return bytes;
}
