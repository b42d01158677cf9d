import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { InvalidInput } from '~/shared/errors';
import { isOnetProfile, parseOnetProfile } from '../domain/onet/parse-onet-profile';
import type { CatalogueRecogniser, CatalogueReport } from './catalogue-file';
import { importOnetProfile } from './import-onet-profile';

const MAX_PROFILE_BYTES = 1024 ** 2;

async function readProfile(place: string) {
  const refuse = (detail: string) =>
    new InvalidInput(`${place} was not imported: ${detail}`, [{ pointer: place, detail }]);
  if ((await stat(place)).size > MAX_PROFILE_BYTES) throw refuse('A profile has at most a megabyte.');
  const bytes = await readFile(place);
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

/** The profile text of one occupation. */
export const ONET_PROFILE: CatalogueRecogniser = {
  kind: 'onet-profile',
  belongs: 'O*NET data belongs to the shared catalogue of all organizations',
  recognise: async ({ head }) => isOnetProfile(new TextDecoder().decode(head)),
  async take(transaction, { place }): Promise<CatalogueReport> {
    const { profile, checksum } = await readProfile(place);
    const name = path.basename(place);
    const report = await transaction((ctx) => importOnetProfile(ctx, profile, { name, checksum }));
    const { soc, title, counts, changed } = report;
    const listed = `${counts.task} tasks, ${counts.skill} skills, ${counts.technology} technology entries, ${counts.tool} tools`;
    const lines = [`${soc} ${title}: ${listed}${changed ? '' : ': nothing changed'}`];
    return { kind: 'onet-profile', file: place, changed, lines, details: report };
  },
};
