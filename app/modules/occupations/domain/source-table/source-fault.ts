import { InvalidInput } from '~/shared/errors';

/** A place in a source file: its name and the physical line, from 1; line 0 stands for the file as a whole. */
export interface SourcePlace {
  readonly file: string;
  readonly line: number;
}

/** The refusal of a whole source file for what stands at one place of it. */
export function sourceFault({ file, line }: SourcePlace, detail: string): InvalidInput {
  const pointer = line > 0 ? `${file}:${line}` : file;
  return new InvalidInput(`${file} was not imported: ${detail}`, [{ pointer, detail }]);
}

/** A cell as a refusal quotes it: at most 60 characters, signs that would break the line as escapes. */
export function quoted(cell: string): string {
  return JSON.stringify(cell.length > 60 ? `${cell.slice(0, 60)}…` : cell);
}
