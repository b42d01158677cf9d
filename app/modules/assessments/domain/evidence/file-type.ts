import { FILE_TYPE_WORDS, FILE_TYPES, type FileType } from './file-kinds';

export type KnownFile = { readonly type: FileType } | { readonly fault: string };

const NOT_KNOWN = `The file is none of ${FILE_TYPE_WORDS}.`;
const NOT_ITS_NAME = "The file's content is not what its name says.";
const MARKUP =
  /<\s*(?:!doctype|html|head|body|script|style|iframe|object|embed|svg|math|form|meta|link)\b|<\?/iu;
/** Bytes after the end of a PDF that its writers leave there: line ends. */
const PDF_TAIL = /^[\s\0]*$/u;

/** What a file is. What a zip holds is for officePackage to say. */
export function fileTypeOf(bytes: Uint8Array, name: string): KnownFile {
  const type = namedType(name);
  if (!type) return { fault: NOT_KNOWN };
  const fault = FAULTS[type](Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  return fault === null ? { type } : { fault };
}

function namedType(name: string): FileType | null {
  const ending = /\.([a-z0-9]+)$/iu.exec(name)?.[1]?.toLowerCase() ?? '';
  const types = Object.keys(FILE_TYPES) as FileType[];
  return types.find((type) => (FILE_TYPES[type].endings as readonly string[]).includes(ending)) ?? null;
}

type Check = (bytes: Buffer) => string | null;

const FAULTS: Readonly<Record<FileType, Check>> = {
  pdf: pdfFault,
  png: pngFault,
  jpeg: jpegFault,
  text: textFault,
  csv: textFault,
  docx: zipFault,
  xlsx: zipFault,
};

function pdfFault(bytes: Buffer): string | null {
  if (!/^%PDF-[12]\.\d/u.test(bytes.toString('latin1', 0, 8))) return NOT_ITS_NAME;
  const end = bytes.lastIndexOf('%%EOF');
  if (end < 0) return 'The PDF is not whole.';
  return PDF_TAIL.test(bytes.toString('latin1', end + 5)) ? null : afterItsEnd('PDF');
}

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Walks the chunks: length, name, data, checksum. */
function pngFault(bytes: Buffer): string | null {
  if (!bytes.subarray(0, 8).equals(PNG) || bytes.toString('latin1', 12, 16) !== 'IHDR') return NOT_ITS_NAME;
  for (let at = 8; at + 12 <= bytes.length; at += bytes.readUInt32BE(at) + 12) {
    if (bytes.toString('latin1', at + 4, at + 8) !== 'IEND') continue;
    return at + 12 + bytes.readUInt32BE(at) === bytes.length ? null : afterItsEnd('picture');
  }
  return 'The picture is not whole.';
}

function jpegFault(bytes: Buffer): string | null {
  if (bytes.length < 4 || bytes.readUIntBE(0, 3) !== 0xffd8ff) return NOT_ITS_NAME;
  return bytes.readUInt16BE(bytes.length - 2) === 0xffd9 ? null : afterItsEnd('picture');
}

function textFault(bytes: Buffer): string | null {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return 'The file is not UTF-8 text.';
  }
  if (/[^\P{Cc}\n\r\t]/u.test(text)) return NOT_ITS_NAME;
  return MARKUP.test(text) ? 'The file holds markup of a web page: send it as a PDF.' : null;
}

const LOCAL_HEADER = 0x04034b50;
const DIRECTORY_END = 0x06054b50;

/** Begins with its first file and ends with its directory, so that it is nothing else besides. */
function zipFault(bytes: Buffer): string | null {
  if (bytes.length < 22 || bytes.readUInt32LE(0) !== LOCAL_HEADER) return NOT_ITS_NAME;
  return bytes.readUInt32LE(bytes.length - 22) === DIRECTORY_END ? null : afterItsEnd('document');
}

const afterItsEnd = (what: string) => `The ${what} goes on after its end: save it anew.`;
