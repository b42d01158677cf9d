import path from 'node:path';
import { InvalidInput } from '~/shared/errors';
import { findDataset } from '../domain/onet/find-dataset';
import type { Candidate, CatalogueRecogniser, CatalogueReport } from './catalogue-file';
import type { OnetSource } from './import-onet-file';
import { planOnetRelease } from './import-onet-plan';
import { importOnetRelease, type OnetReport } from './import-onet-release';
import { openOnetSource } from './import-onet-source';

const TEXT = /\.txt(?:\.gz)?$/iu;
const isTable = (name: string) => findDataset(name.replace(TEXT, '')) !== undefined;

/** A refusal names files of a release by their names; here their places are told, as the reader gave the path. */
function atPlace(place: string, error: unknown): unknown {
  if (!(error instanceof InvalidInput)) return error;
  const folder = TEXT.test(place) ? path.dirname(place) : place;
  const placed = error.errors.map(({ pointer, detail }) => ({
    pointer: pointer === path.basename(place) ? place : path.join(folder, pointer),
    detail,
  }));
  return new InvalidInput(error.reason, placed);
}

async function openAt(place: string): Promise<OnetSource> {
  return openOnetSource(place).catch((error: unknown) => {
    throw atPlace(place, error);
  });
}

function startsWith({ head }: Candidate, ...bytes: readonly number[]): boolean {
  return bytes.every((byte, index) => head[index] === byte);
}

/** A folder or zip that holds a table of a release, or one such table. */
async function isRelease(candidate: Candidate): Promise<boolean> {
  const name = path.basename(candidate.place);
  if (!candidate.isFolder && !startsWith(candidate, 0x50, 0x4b, 3, 4))
    return TEXT.test(name) && isTable(name);
  const source = await openAt(candidate.place).catch((error: unknown) => {
    if (candidate.isFolder || /\.zip$/iu.test(name)) throw error;
    return null;
  });
  if (!source) return false;
  await source.close();
  return source.files.some((file) => isTable(file.name));
}

/** The same release, whose reading ends when the signal is aborted. */
function abortable(source: OnetSource, signal: AbortSignal | undefined): OnetSource {
  if (!signal) return source;
  async function* watched(bytes: AsyncIterable<Uint8Array>) {
    for await (const piece of bytes) {
      signal?.throwIfAborted();
      yield piece;
    }
  }
  return {
    ...source,
    files: source.files.map((file) => ({ ...file, open: () => watched(file.open()) })),
  };
}

function releaseLines(report: OnetReport): string[] {
  const { release, layout, partial, tables, passedOver, occupationsChanged } = report;
  const layoutWords = layout === null ? '' : `, layout ${layout}`;
  const lines = [
    `O*NET ${release}${layoutWords}${partial ? ', partial: it overlays and replaces nothing' : ''}`,
  ];
  for (const { file, rows, outcome, repeated, unread } of tables) {
    const twice = repeated > 0 ? `, ${repeated} of them repeat a row` : '';
    lines.push(`${file}: ${rows.toLocaleString('en')} rows, ${outcome}${twice}`);
    if (unread.length > 0)
      lines.push(`${file}:1: columns that are not known and were not read: ${unread.join(', ')}`);
  }
  for (const file of passedOver) lines.push(`${file}: not a table, passed over`);
  if (occupationsChanged > 0)
    lines.push(`${occupationsChanged.toLocaleString('en')} occupations of the catalogue changed`);
  return report.changed ? lines : [...lines, 'nothing changed'];
}

/** An O*NET database release: a folder, a zip, or a single table. */
export const ONET_RELEASE: CatalogueRecogniser = {
  kind: 'onet-release',
  belongs: 'O*NET data belongs to the shared catalogue of all organizations',
  recognise: isRelease,
  async take(transaction, { place }, { release, signal, onProgress }): Promise<CatalogueReport> {
    const opened = await openAt(place);
    try {
      const plan = await planOnetRelease(abortable(opened, signal), release);
      const options = { ...(signal ? { signal } : {}), ...(onProgress ? { onProgress } : {}) };
      const report = await transaction((ctx) => importOnetRelease(ctx, plan, options));
      return {
        kind: 'onet-release',
        file: place,
        changed: report.changed,
        lines: releaseLines(report),
        details: report,
      };
    } catch (error) {
      throw atPlace(place, error);
    } finally {
      await opened.close();
    }
  },
};
