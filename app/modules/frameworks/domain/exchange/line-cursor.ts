import { InvalidInput } from '~/shared/errors';
import { MAX_FRAMEWORK_BYTES, MAX_LINE_CHARS } from '../framework-limits';
import { textFault } from '../text-fault';

export interface Line {
  /** From 1. */
  readonly number: number;
  /** Trimmed; tabs and no-break spaces are plain spaces. */
  readonly text: string;
}

/** The lines of a page text that are not blank, read from the first to the last. */
export class LineCursor {
  private at = 0;
  private readonly lines: readonly Line[];

  /**
   * Accepts LF and CRLF and a byte order mark.
   * @throws InvalidInput for an empty or too long text, or a line that holds HTML or control characters.
   */
  constructor(
    text: string,
    private readonly file: string,
  ) {
    if (text.length > MAX_FRAMEWORK_BYTES)
      this.refuse(`The file has more than ${MAX_FRAMEWORK_BYTES / 1024 / 1024} MiB.`, 1);
    this.lines = text
      .replace(/^\ufeff/u, '')
      .split(/\r?\n/u)
      .map((line, index) => ({ number: index + 1, text: line.replace(/[\t\u00a0]/gu, ' ').trim() }))
      .filter((line) => line.text !== '');
    if (this.lines.length === 0) this.refuse('The file is empty.', 1);
    for (const line of this.lines) {
      const fault = textFault(line.text, MAX_LINE_CHARS);
      if (fault) this.refuse(fault, line);
    }
  }

  /** The next line, or null at the end. */
  peek(): Line | null {
    return this.lines[this.at] ?? null;
  }

  /** Takes the next line; `expected` names what the refusal says is missing at the end of the file. */
  next(expected: string): Line {
    const line = this.peek();
    if (!line) return this.refuse(`The file ends here; ${expected} is missing.`, this.lastNumber());
    this.at += 1;
    return line;
  }

  /** Takes the next line, which must read exactly `text`. */
  expect(text: string): Line {
    const line = this.next(`"${text}"`);
    if (line.text !== text) this.refuse(`"${text}" is expected here.`, line);
    return line;
  }

  /**
   * Takes the line that `matches`, and skips at most `most` lines of other words before it.
   * @returns That line and the lines skipped.
   */
  find(matches: (text: string) => boolean, { expected, most }: { expected: string; most: number }) {
    const skipped: Line[] = [];
    for (;;) {
      const line = this.next(expected);
      if (matches(line.text)) return { line, skipped };
      if (skipped.length === most) this.refuse(`${expected} is expected here.`, line);
      skipped.push(line);
    }
  }

  /** @throws InvalidInput with the file and the number of the line. */
  refuse(detail: string, place: Line | number): never {
    const number = typeof place === 'number' ? place : place.number;
    const pointer = `${this.file}:${number}`;
    throw new InvalidInput(`${this.file} cannot be taken over, line ${number}: ${detail}`, [
      { pointer, detail },
    ]);
  }

  private lastNumber(): number {
    return this.lines.at(-1)?.number ?? 1;
  }
}
