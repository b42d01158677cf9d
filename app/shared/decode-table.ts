import { CSV_MAX_BYTES, refusal } from './csv';

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** The encoding of a text file: by its byte order mark, else UTF-8 where it is that, else Windows-1252. */
export function textEncodingOf(bytes: Uint8Array): TextEncoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'utf-8';
  } catch {
    return 'windows-1252';
  }
}

/** The text of a table's bytes without byte order mark. Throws InvalidInput for too many bytes and what is no text. */
export function decodeTable(bytes: Uint8Array, file: string): string {
  if (bytes.byteLength > CSV_MAX_BYTES)
    throw refusal(file, [
      { pointer: file, detail: 'The file is larger than 64 MiB. Split it into several files.' },
    ]);
  const text = new TextDecoder(textEncodingOf(bytes)).decode(bytes);
  if (text.includes('\0'))
    throw refusal(file, [
      { pointer: file, detail: 'The file is neither a table in text (CSV) nor a workbook (XLSX).' },
    ]);
  return text;
}
