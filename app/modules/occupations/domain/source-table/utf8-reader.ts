import { sourceFault } from './source-fault';

const TAIL_BYTES = 4;

const lineBreaks = (text: string) => text.split('\n').length - 1;

/** What the first bytes say that the file is, where that is not text. */
function foreign(head: Uint8Array): string | null {
  const [first, second, third, fourth] = head;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
    return 'The file is UTF-16 text. Save it as UTF-8.';
  if (first === 0x50 && second === 0x4b && third === 0x03 && fourth === 0x04)
    return 'The file is a zip archive, not a table.';
  if (first === 0x25 && second === 0x50 && third === 0x44 && fourth === 0x46) return 'The file is a PDF.';
  return null;
}

/** Decodes UTF-8 piece by piece, strictly and without its byte order mark, and knows the line of what is not. */
export class Utf8Reader {
  readonly #decoder = new TextDecoder('utf-8', { fatal: true });
  readonly #file: string;
  #lines = 1;
  #started = false;
  /** The last bytes of the piece before: a character may begin there. */
  #tail = new Uint8Array();

  constructor(file: string) {
    this.#file = file;
  }

  /** The text of the next bytes. Throws InvalidInput with the line for bytes that are not UTF-8 text. */
  push(bytes: Uint8Array): string {
    if (!this.#started && bytes.length > 0) {
      this.#started = true;
      const detail = foreign(bytes);
      if (detail) throw sourceFault({ file: this.#file, line: 0 }, detail);
    }
    return this.#decode(bytes, true);
  }

  /** The text of what was held back. Throws InvalidInput where the file ends inside a character. */
  end(): string {
    return this.#decode(new Uint8Array(), false);
  }

  #decode(bytes: Uint8Array, stream: boolean): string {
    let text: string;
    try {
      text = this.#decoder.decode(bytes, { stream });
    } catch {
      const line = this.#faultLine(bytes);
      throw sourceFault({ file: this.#file, line }, 'From here on the file is not UTF-8 text.');
    }
    const nul = text.indexOf('\0');
    if (nul >= 0) {
      const line = this.#lines + lineBreaks(text.slice(0, nul));
      throw sourceFault(
        { file: this.#file, line },
        'Here is a NUL byte: from here on this is not a text file.',
      );
    }
    this.#lines += lineBreaks(text);
    if (bytes.length > 0) this.#tail = bytes.slice(-TAIL_BYTES);
    return text;
  }

  /** Decodes leniently from a little before: the line is that of the first character that had to be replaced. */
  #faultLine(bytes: Uint8Array): number {
    const both = new Uint8Array([...this.#tail, ...bytes]);
    const start = both.findIndex((byte) => (byte & 0xc0) !== 0x80);
    const text = new TextDecoder('utf-8').decode(both.subarray(Math.max(0, start)));
    const at = text.indexOf('\ufffd');
    const before = this.#tail.filter((byte) => byte === 0x0a).length;
    return this.#lines - before + lineBreaks(at < 0 ? text : text.slice(0, at));
  }
}
