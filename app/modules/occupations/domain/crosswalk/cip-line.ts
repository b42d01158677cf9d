/** What a run of CIP codes without anything between them holds (formats 1.3). */
export interface CipLine {
  /** Six-digit codes in the order of the text. */
  readonly codes: readonly string[];
  /** What is neither a code nor a separator; empty where all was understood. */
  readonly rest: string;
}

/** Splits codes such as 15.150119.0604, with or without spaces, commas or semicolons between them. */
export function splitCipLine(text: string): CipLine {
  const programme = /\d{2}\.\d{4}/g;
  return {
    codes: text.match(programme) ?? [],
    rest: text.replaceAll(programme, '').replaceAll(/[\s,;]+/g, ''),
  };
}
