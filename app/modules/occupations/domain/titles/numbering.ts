/** Numbers of those of several texts that have one, in their order, and the texts that have none. */
interface Found {
  readonly known: readonly number[];
  readonly unknown: readonly string[];
}

const MOST_REMEMBERED = 50_000;

/** Numbers from 0 for texts, in order of first appearance. */
export class Numbering {
  readonly #numbers = new Map<string, number>();
  readonly #found = new Map<string, Found>();
  readonly texts: string[] = [];

  /** The number of a text, given to it now when it has none. */
  number(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    if (this.#found.size > 0) this.#found.clear();
    this.#numbers.set(text, this.texts.length);
    return this.texts.push(text) - 1;
  }

  find(text: string): number | undefined {
    return this.#numbers.get(text);
  }

  /** Finds the texts that a word is made into, and remembers them: the same words are in many titles. */
  findParts(word: string, partsOf: (word: string) => readonly string[]): Found {
    const remembered = this.#found.get(word);
    if (remembered) return remembered;
    const known: number[] = [];
    const unknown: string[] = [];
    for (const part of partsOf(word)) {
      const number = this.#numbers.get(part);
      if (number === undefined) unknown.push(part);
      else known.push(number);
    }
    const found = { known, unknown };
    if (this.#found.size >= MOST_REMEMBERED) this.#found.clear();
    this.#found.set(word, found);
    return found;
  }

  get size(): number {
    return this.texts.length;
  }
}
