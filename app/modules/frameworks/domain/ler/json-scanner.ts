import { jsonPointer } from '~/shared/json-pointer';
import { MAX_JSON_DEPTH } from '../framework-limits';

/** Where a JSON text cannot be taken over, and why. */
export interface JsonFault {
  /** UTF-16 units from the start of the text. */
  readonly offset: number;
  /** JSON pointer of the value, or null where the text is not JSON. */
  readonly pointer: string | null;
  readonly detail: string;
}

const PROTOTYPE_KEYS = new Set(['__proto__', 'constructor', 'prototype']);
const SPACE = /[ \t\n\r]*/y;
const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const WORD = /true|false|null/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const UNSTORABLE = /\0|\p{Cs}/u;

class Break extends Error {
  constructor(readonly fault: JsonFault) {
    super(fault.detail);
  }
}

class JsonScanner {
  private at = 0;
  private readonly path: (string | number)[] = [];
  constructor(private readonly text: string) {}

  scanDocument(): void {
    this.skipSpace();
    this.scanValue();
    this.skipSpace();
    if (this.at < this.text.length) this.broken('nothing more');
  }

  private broken(expected: string): never {
    const end = this.at >= this.text.length;
    const detail = end
      ? `The file ends in the middle; ${expected} is expected there.`
      : `This is not JSON here; ${expected} is expected.`;
    throw new Break({ offset: Math.min(this.at, this.text.length), pointer: null, detail });
  }

  private refuse(detail: string): never {
    throw new Break({ offset: this.at, pointer: jsonPointer(this.path), detail });
  }

  private match(pattern: RegExp): string | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (!found) return null;
    this.at = pattern.lastIndex;
    return found[0];
  }

  private skipSpace(): void {
    this.match(SPACE);
  }

  private take(character: string): boolean {
    if (this.text[this.at] !== character) return false;
    this.at += 1;
    return true;
  }

  private scanValue(): void {
    const start = this.text[this.at];
    if (start === '{' || start === '[') {
      if (this.path.length >= MAX_JSON_DEPTH)
        this.refuse(`More than ${MAX_JSON_DEPTH} levels lie inside each other.`);
      this.at += 1;
      if (start === '{') this.scanObject();
      else this.scanArray();
    } else if (start === '"') this.scanString();
    else if (this.match(WORD) === null) this.scanNumber();
  }

  private scanNumber(): void {
    const start = this.at;
    const digits = this.match(NUMBER);
    if (digits === null) this.broken('a value');
    const value = Number(digits);
    if (Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value))) return;
    this.at = start;
    this.refuse('The number is too large to be kept exactly.');
  }

  private scanString(): string {
    const start = this.at;
    this.at += 1;
    while (!this.take('"')) {
      const code = this.text.charCodeAt(this.at);
      if (Number.isNaN(code)) this.broken('the end of a text in quotation marks');
      if (code < 0x20) this.broken('a text without line breaks and control characters');
      if (code !== 0x5c) this.at += 1;
      else if (this.match(ESCAPE) === null) this.broken('an escape such as \\n or \\u0041');
    }
    const value = JSON.parse(this.text.slice(start, this.at)) as string;
    if (UNSTORABLE.test(value)) this.refuse('The text holds NUL or half of a character pair.');
    return value;
  }

  private scanObject(): void {
    const keys = new Set<string>();
    this.skipSpace();
    if (this.take('}')) return;
    do {
      this.skipSpace();
      if (this.text[this.at] !== '"') this.broken('a name in quotation marks');
      const key = this.scanString();
      this.path.push(key);
      if (PROTOTYPE_KEYS.has(key)) this.refuse(`The name ${key} is not allowed.`);
      if (keys.has(key)) this.refuse('The name occurs twice in one object.');
      keys.add(key);
      this.skipSpace();
      if (!this.take(':')) this.broken('":"');
      this.skipSpace();
      this.scanValue();
      this.path.pop();
      this.skipSpace();
    } while (this.take(','));
    if (!this.take('}')) this.broken('"," or "}"');
  }

  private scanArray(): void {
    this.skipSpace();
    if (this.take(']')) return;
    let index = 0;
    do {
      this.path.push(index);
      this.skipSpace();
      this.scanValue();
      this.path.pop();
      this.skipSpace();
      index += 1;
    } while (this.take(','));
    if (!this.take(']')) this.broken('"," or "]"');
  }
}

/**
 * The first fault of a JSON text, or null: not JSON (with the offset where it broke), deeper than the limit,
 * prototype names, a name twice in one object, numbers that lose digits, NUL or lone surrogates in texts.
 */
export function findJsonFault(text: string): JsonFault | null {
  try {
    new JsonScanner(text).scanDocument();
    return null;
  } catch (error) {
    if (error instanceof Break) return error.fault;
    throw error;
  }
}
