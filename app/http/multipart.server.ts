import { InvalidInput } from '~/shared/errors';

/** One field of a form as it arrives. What is not read of its data is passed over. */
export interface FormPart {
  readonly name: string;
  /** Null for a field that is no file. */
  readonly filename: string | null;
  readonly data: AsyncIterable<Uint8Array>;
}

const MAX_HEADER_BYTES = 16 * 1024;
const LINE_END = Buffer.from('\r\n');
const HEADER_END = Buffer.from('\r\n\r\n');

function unreadable(): InvalidInput {
  return new InvalidInput('The form could not be read. Open the page again and send it once more.');
}

/**
 * The fields of a `multipart/form-data` body in the order in which they come, without holding more of it in memory
 * than a piece of the network's size (RFC 7578).
 * @throws InvalidInput for a body that is none or ends too early.
 */
export async function* readMultipart(request: Request): AsyncGenerator<FormPart> {
  const boundary = boundaryOf(request.headers.get('content-type') ?? '');
  if (!boundary || !request.body) throw unreadable();
  const input = new Input(request.body);
  const delimiter = Buffer.from(`\r\n--${boundary}`);
  await drain(input.dataUntil(delimiter));
  while ((await input.take(2)).equals(LINE_END)) {
    const { name, filename } = readHeaders(await input.takeUntil(HEADER_END));
    const data = input.dataUntil(delimiter);
    yield { name, filename, data };
    await drain(data);
  }
}

function boundaryOf(contentType: string): string | null {
  const found = /^multipart\/form-data\s*;.*\bboundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(contentType);
  return found?.[1] ?? found?.[2] ?? null;
}

async function drain(data: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const _ of data);
}

function readHeaders(bytes: Buffer): { name: string; filename: string | null } {
  const line = bytes
    .toString('utf8')
    .split('\r\n')
    .find((text) => /^content-disposition:\s*form-data\s*;/i.test(text));
  const name = line && parameter(line, 'name');
  if (name === undefined) throw unreadable();
  return { name, filename: parameter(line ?? '', 'filename') ?? null };
}

/** Browsers write a quotation mark as %22, others as \". */
function parameter(line: string, key: string): string | undefined {
  const found = new RegExp(`;\\s*${key}=(?:"((?:[^"\\\\]|\\\\.)*)"|([^\\s;"]+))`, 'i').exec(line);
  const value = found?.[1] ?? found?.[2];
  return value?.replace(/%22|\\"/g, '"');
}

/** The bytes of a body, taken in pieces up to what is looked for. */
class Input {
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  /** Begins with a line end, so that the first delimiter looks like all others. */
  #held: Buffer = LINE_END;

  constructor(body: ReadableStream<Uint8Array>) {
    this.#reader = body.getReader();
  }

  async #more(): Promise<void> {
    const { done, value } = await this.#reader.read().catch(() => ({ done: true, value: undefined }));
    if (done || !value) throw unreadable();
    this.#held = this.#held.length === 0 ? asBuffer(value) : Buffer.concat([this.#held, value]);
  }

  /** Exactly so many bytes. */
  async take(length: number): Promise<Buffer> {
    while (this.#held.length < length) await this.#more();
    return this.#cut(length);
  }

  /** All before a short mark, which is taken too; at most a header's size. */
  async takeUntil(mark: Buffer): Promise<Buffer> {
    for (;;) {
      const at = this.#held.indexOf(mark);
      if (at > MAX_HEADER_BYTES || (at < 0 && this.#held.length > MAX_HEADER_BYTES)) throw unreadable();
      if (at >= 0) {
        const found = this.#cut(at);
        this.#cut(mark.length);
        return found;
      }
      await this.#more();
    }
  }

  /** All before the mark, piece by piece; the mark is taken too. */
  async *dataUntil(mark: Buffer): AsyncGenerator<Uint8Array> {
    for (;;) {
      const at = this.#held.indexOf(mark);
      if (at >= 0) {
        if (at > 0) yield this.#cut(at);
        this.#cut(mark.length);
        return;
      }
      // The end of what is held may be the beginning of the mark.
      const sure = this.#held.length - mark.length + 1;
      if (sure > 0) yield this.#cut(sure);
      await this.#more();
    }
  }

  #cut(length: number): Buffer {
    const piece = this.#held.subarray(0, length);
    this.#held = this.#held.subarray(length);
    return piece;
  }
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
