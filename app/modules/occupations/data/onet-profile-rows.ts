import type { Catalogue } from '#db/catalogue';
import type { SystemContext } from '#db/system';
import type { OnetProfile } from '../domain/onet/parse-onet-profile';

/** Whether the profile of this source is stored. */
export async function hasProfile({ tx }: SystemContext, sourceId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('onetProfiles')
    .select('sourceId')
    .where('sourceId', '=', sourceId)
    .executeTakeFirst();
  return row !== undefined;
}

/** Stores a profile under its source. */
export async function insertProfile(
  { tx }: SystemContext,
  sourceId: string,
  profile: OnetProfile,
): Promise<void> {
  const { soc, title, description, entries } = profile;
  await tx.insertInto('onetProfiles').values({ sourceId, soc, title, description }).execute();
  if (entries.length === 0) return;
  const rows = entries.map((entry) => ({ ...entry, sourceId }));
  await tx.insertInto('onetProfileEntries').values(rows).execute();
}

/** The profiles of an occupation with their sources, the one that came last first. */
export async function listProfiles({ tx }: Catalogue, soc: string) {
  return tx
    .selectFrom('onetProfiles as p')
    .innerJoin('sources as s', 's.sourceId', 'p.sourceId')
    .select(['p.sourceId', 'p.soc', 'p.title', 'p.description'])
    .select(['s.name', 's.release', 's.licence', 's.attribution', 's.fileName', 's.importedAt'])
    .where('p.soc', '=', soc)
    .orderBy('s.importedAt', 'desc')
    .orderBy('p.sourceId', 'desc')
    .execute();
}

/** The entries of these profiles in the order of their texts. */
export async function listProfileEntries({ tx }: Catalogue, sourceIds: readonly string[]) {
  if (sourceIds.length === 0) return [];
  return tx
    .selectFrom('onetProfileEntries')
    .select(['sourceId', 'kind', 'position', 'text', 'category'])
    .where('sourceId', 'in', sourceIds)
    .orderBy('kind')
    .orderBy('position')
    .execute();
}
