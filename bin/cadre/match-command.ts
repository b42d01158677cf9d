import { type FileHandle, open } from 'node:fs/promises';
import { Command, InvalidArgumentError } from 'commander';
import { type SystemConnection, withSystem } from '#db/system';
import { createTitleMatching } from '~/matching/title-matching';
import { DEFAULT_LIMIT, type TitleMatch } from '~/modules/occupations/domain/titles/match-title';
import { MOST_CANDIDATES } from '~/modules/occupations/domain/titles/title-match-schemas';
import { NotFound } from '~/shared/errors';
import { csvLine } from '~/shared/write-csv';
import { readTitles } from './read-titles';

/** What the command works with. */
export interface MatchServices {
  /** The operator's connection, to read the release. */
  system(): SystemConnection;
  /** The bytes of standard input. */
  readonly input: AsyncIterable<Uint8Array>;
  /** Resolves when the reader of the output has room again; false when there is none any more. */
  write(text: string): Promise<boolean>;
  err(text: string): void;
  /** Shows how many titles are done; absent where nobody looks. */
  readonly progress?: (titles: number) => void;
}

export interface MatchOptions {
  readonly limit: number;
  readonly json?: boolean;
}

const COLUMNS = ['title', 'band_hint', 'rank', 'soc', 'occupation', 'score', 'matched_title', 'reason'];
/** Titles that are read, matched and written before the next are read. */
const BATCH = 500;

/**
 * Matches the titles of a file, or of standard input for `-`, and writes them as they are done: a batch is held.
 * @throws InvalidInput with the place of what cannot be read, after what stood before it was written; NotFound for a
 * file that is not there; Conflict when no release is loaded.
 */
export async function runMatch(services: MatchServices, place: string, options: MatchOptions): Promise<void> {
  const file = place === '-' ? null : await openFile(place);
  const bytes = file ? (file.createReadStream() as AsyncIterable<Uint8Array>) : services.input;
  const matching = createTitleMatching((error) =>
    services.err(error instanceof Error ? error.message : String(error)),
  );
  try {
    const titles = await withSystem(services.system(), (ctx) => matching.open(ctx));
    const { start, between, end, text } = options.json ? AS_JSON : AS_CSV;
    let done = 0;
    if (!(await services.write(start))) return;
    for await (const batch of inBatches(readTitles(bytes, file ? place : 'standard input'))) {
      const matches = await titles.match(batch, options.limit);
      const before = done > 0 ? between : '';
      if (!(await services.write(before + matches.map(text).join(between)))) return;
      done += batch.length;
      services.progress?.(done);
    }
    await services.write(end);
  } finally {
    await matching.close();
    await file?.close();
  }
}

interface Form {
  readonly start: string;
  readonly between: string;
  readonly end: string;
  readonly text: (match: TitleMatch) => string;
}
const AS_CSV: Form = { start: `${COLUMNS.join(',')}\r\n`, between: '', end: '', text: csvRows };
const AS_JSON: Form = {
  start: '{"items":[',
  between: ',',
  end: ']}\n',
  text: (match) => JSON.stringify(match),
};

/** One line for each candidate; a title without any has one line with its other cells empty. */
function csvRows({ title, bandHint, candidates }: TitleMatch): string {
  const own = [title, String(bandHint ?? '')];
  if (candidates.length === 0) return `${csvLine([...own, '', '', '', '', '', ''])}\r\n`;
  return candidates
    .map(({ soc, title: occupation, score, matchedTitle, reason }, at) =>
      csvLine([...own, String(at + 1), soc, occupation, score.toFixed(4), matchedTitle, reason]),
    )
    .map((line) => `${line}\r\n`)
    .join('');
}

/** The last batch is what was read before the end, or before what could not be read. */
async function* inBatches(titles: AsyncIterable<string>): AsyncGenerator<string[]> {
  let batch: string[] = [];
  try {
    for await (const title of titles) {
      if (batch.push(title) < BATCH) continue;
      yield batch;
      batch = [];
    }
  } catch (error) {
    if (batch.length > 0) yield batch;
    throw error;
  }
  if (batch.length > 0) yield batch;
}

async function openFile(place: string): Promise<FileHandle> {
  const file = await open(place).catch((error: { readonly code?: string }) => {
    if (error.code === 'ENOENT') throw new NotFound(`There is no file ${place}.`);
    throw error;
  });
  if ((await file.stat()).isFile()) return file;
  await file.close();
  throw new NotFound(`${place} is no file.`);
}

/** `cadre match FILE|-`. */
export function matchCommand(services: MatchServices): Command {
  return new Command('match')
    .description('Match job titles with occupations of the newest O*NET release; CSV on standard output.')
    .argument(
      '<file>',
      'one title a line, or a CSV with a column title (else its first column); - reads standard input',
    )
    .option('--limit <n>', `candidates of each title, 1 to ${MOST_CANDIDATES}`, candidates, DEFAULT_LIMIT)
    .option('--json', 'print JSON: { "items": [...] } as POST /api/v1/title-matches answers')
    .addHelpText(
      'after',
      `\nColumns: ${COLUMNS.join(', ')}; one line for each candidate (docs/csv.md).\n` +
        'Nothing is mapped: a person confirms. Exit 0: done; 1: failed, place and reason on stderr; 2: used wrongly.',
    )
    .action((file: string, options: MatchOptions) => runMatch(services, file, options));
}

function candidates(value: string): number {
  const limit = Number(value);
  if (Number.isInteger(limit) && limit >= 1 && limit <= MOST_CANDIDATES) return limit;
  throw new InvalidArgumentError(`a whole number from 1 to ${MOST_CANDIDATES}`);
}
