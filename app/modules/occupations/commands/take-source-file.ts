import { createReadStream } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { type CadreError, InvalidInput, isCadreError } from '~/shared/errors';
import type {
  Candidate,
  CatalogueRecogniser,
  CatalogueReport,
  OperatorTransaction,
  TakeOptions,
} from './catalogue-file';
import { recogniseSource, type SourceRecogniser } from './import-source-file';
import type { SourceReport } from './import-source-request';

/** Bytes that are looked at to tell what a file is. */
const HEAD_BYTES = 64 * 1024;

/** A file of a folder and its kind; undefined for a file of no kind that is known. */
interface FoundSource {
  readonly file: string;
  readonly recogniser: SourceRecogniser | undefined;
}

async function headOf(file: string): Promise<Uint8Array> {
  const handle = await open(file, 'r');
  try {
    const { bytesRead, buffer } = await handle.read(new Uint8Array(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** Files of a folder by name with their kinds; task lists first, so that figures are joined to them. */
async function findSources(folder: string): Promise<FoundSource[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const found: FoundSource[] = [];
  for (const name of entries
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name)
    .sort()) {
    const file = path.join(folder, name);
    found.push({ file, recogniser: recogniseSource(await headOf(file), name) });
  }
  const rank = ({ recogniser }: FoundSource) => (recogniser?.kind === 'aei_task_statements' ? 0 : 1);
  return found.sort((a, b) => rank(a) - rank(b));
}

function refusal(file: string, detail: string): InvalidInput {
  return new InvalidInput(`${file} was not imported: ${detail}`, [{ pointer: file, detail }]);
}

/** Takes one file, in a transaction of its own. */
async function takeFile(
  transaction: OperatorTransaction,
  file: string,
  options: TakeOptions,
): Promise<SourceReport> {
  const { soc = [], by, release, replace, signal, onProgress } = options;
  const recogniser = recogniseSource(await headOf(file), file);
  if (!recogniser) throw refusal(file, 'The content is of no kind of source that is known.');
  if (soc.length > 0 && by === undefined)
    throw refusal(file, 'A link needs the name of the person who makes it.');
  const { size } = await stat(file);
  const request = {
    input: { name: file, size, open: () => createReadStream(file) },
    ...(release === undefined ? {} : { release }),
    ...(replace === undefined ? {} : { replace }),
    ...(signal ? { signal } : {}),
    onProgress: (progress: { rows: number; share: number | null }) => onProgress?.({ file, ...progress }),
    ...(soc.length > 0 && by !== undefined ? { link: { socs: soc, linkedBy: by } } : {}),
  };
  return transaction((ctx) => recogniser.import(ctx, request));
}

const asWords = (name: string) =>
  name.replaceAll('_', ' ').replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

/** One line of counts, and the warnings. */
function linesOf({ kind, release, rows, changed, counts, warnings }: SourceReport): string[] {
  const told = Object.entries(counts).map(([name, count]) => `${count} ${asWords(name)}`);
  const what = changed ? [`${rows} rows`, ...told].join(', ') : 'nothing changed';
  return [
    `${asWords(kind)} ${release}: ${what}`,
    ...warnings.map(({ pointer, detail }) => `${pointer}: ${detail}`),
  ];
}

async function takeSingle(
  transaction: OperatorTransaction,
  { place }: Candidate,
  options: TakeOptions,
): Promise<CatalogueReport> {
  const report = await takeFile(transaction, place, options);
  const { kind, changed } = report;
  return { kind, file: place, changed, lines: linesOf(report), details: { reports: [report], passed: [] } };
}

/** Each file in a transaction of its own: a refused one leaves nothing, the others are kept, and it is said which. */
async function takeFolder(
  transaction: OperatorTransaction,
  { place }: Candidate,
  options: TakeOptions,
): Promise<CatalogueReport> {
  const found = await findSources(place);
  const known = found.filter(({ recogniser }) => recogniser).map(({ file }) => file);
  const reports: SourceReport[] = [];
  const refused: { file: string; error: CadreError }[] = [];
  for (const file of known) {
    if (options.signal?.aborted) break;
    try {
      reports.push(await takeFile(transaction, file, options));
    } catch (error) {
      if (options.signal?.aborted && reports.length > 0) break;
      if (!isCadreError(error)) throw error;
      refused.push({ file, error });
    }
  }
  if (reports.length === 0) options.signal?.throwIfAborted();
  const passed = found.filter(({ recogniser }) => !recogniser).map(({ file }) => file);
  const kept = reports.map(({ file }) => file);
  const lost = known.filter((file) => !kept.includes(file));
  return {
    kind: reports[0]?.kind ?? 'sources',
    file: place,
    changed: reports.some(({ changed }) => changed),
    lines: [
      ...reports.flatMap((report) => linesOf(report).map((line) => `${path.basename(report.file)}: ${line}`)),
      ...(passed.length > 0
        ? [`not taken with these: ${passed.map((file) => path.basename(file)).join(', ')}`]
        : []),
      ...(lost.length > 0 ? [`kept: ${kept.join(', ') || 'nothing'}; not imported: ${lost.join(', ')}`] : []),
    ],
    details: { reports, passed },
    ...(refused.length > 0 ? { refused } : {}),
  };
}

/** Crosswalks, structures, national standards and figures about AI: single files, or a folder of them. */
export const SOURCE_FILES: CatalogueRecogniser = {
  kind: 'source',
  belongs: 'This source belongs to the shared catalogue',
  async recognise({ place, isFolder, head }) {
    if (!isFolder) return recogniseSource(head, place) !== undefined;
    return (await findSources(place)).some(({ recogniser }) => recogniser !== undefined);
  },
  take: (transaction, candidate, options) =>
    (candidate.isFolder ? takeFolder : takeSingle)(transaction, candidate, options),
};
