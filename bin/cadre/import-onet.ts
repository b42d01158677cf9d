import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { planOnetRelease } from '~/modules/occupations/commands/import-onet-plan';
import { importOnetProfile } from '~/modules/occupations/commands/import-onet-profile';
import { importOnetRelease, type OnetReport } from '~/modules/occupations/commands/import-onet-release';
import { openOnetSource } from '~/modules/occupations/commands/import-onet-source';
import type { OnetProgress } from '~/modules/occupations/commands/import-onet-table';
import { findDataset } from '~/modules/occupations/domain/onet/find-dataset';
import { isOnetProfile, parseOnetProfile } from '~/modules/occupations/domain/onet/parse-onet-profile';
import { InvalidInput } from '~/shared/errors';
import type { ImportOptions } from './import-options';
import { inOperatorTransaction } from './operator-transaction';
import type { Candidate, CatalogueReport, Recogniser } from './recogniser';

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

async function openAt(place: string) {
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

function showProgress({ file, rows, share }: OnetProgress): void {
  process.stderr.write(`\r\u001b[K${Math.floor(share * 100)} % ${file}: ${rows.toLocaleString('en')} rows`);
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
export const ONET_RELEASE: Recogniser = {
  kind: 'onet-release',
  recognise: isRelease,
  async take(services, { place }, options): Promise<CatalogueReport> {
    refuseOrganization(place, options);
    const source = await openAt(place);
    const shown = process.stderr.isTTY && !options.json;
    try {
      const plan = await planOnetRelease(source, options.release);
      const report = await inOperatorTransaction(
        services,
        (ctx) => importOnetRelease(ctx, plan, shown ? { onProgress: showProgress } : {}),
        options,
      );
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
      if (shown) process.stderr.write('\r\u001b[K');
      await source.close();
    }
  },
};

/** The profile text of one occupation. */
export const ONET_PROFILE: Recogniser = {
  kind: 'onet-profile',
  recognise: async ({ head }) => isOnetProfile(new TextDecoder().decode(head)),
  async take(services, { place }, options): Promise<CatalogueReport> {
    refuseOrganization(place, options);
    const { profile, checksum } = await readProfile(place);
    const name = path.basename(place);
    const report = await inOperatorTransaction(
      services,
      (ctx) => importOnetProfile(ctx, profile, { name, checksum }),
      options,
    );
    const { soc, title, counts, changed } = report;
    const listed = `${counts.task} tasks, ${counts.skill} skills, ${counts.technology} technology entries, ${counts.tool} tools`;
    const lines = [`${soc} ${title}: ${listed}${changed ? '' : ': nothing changed'}`];
    return { kind: 'onet-profile', file: place, changed, lines, details: report };
  },
};

const MAX_PROFILE_BYTES = 1024 ** 2;

async function readProfile(place: string) {
  const bytes = await readFile(place);
  const refuse = (detail: string) =>
    new InvalidInput(`${place} was not imported: ${detail}`, [{ pointer: place, detail }]);
  if (bytes.byteLength > MAX_PROFILE_BYTES) throw refuse('A profile has at most a megabyte.');
  const text = decoded(bytes);
  if (text === null) throw refuse('The file is not UTF-8 text.');
  return {
    profile: parseOnetProfile(text, place),
    checksum: createHash('sha256').update(bytes).digest('hex'),
  };
}

function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function refuseOrganization(place: string, { org }: ImportOptions): void {
  if (org === undefined) return;
  const detail = 'O*NET data belongs to the shared catalogue of all organizations; leave --org out.';
  throw new InvalidInput(`${place} was not imported: ${detail}`, [{ pointer: place, detail }]);
}
