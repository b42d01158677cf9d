import type { Catalogue } from '#db/catalogue';
import type { OccupationFacts, StoredFacts } from '../domain/occupation-facts';

/** What the catalogue holds about an occupation. */
export async function findFacts({ tx, tables }: Catalogue, soc: string): Promise<StoredFacts | undefined> {
  return tx
    .selectFrom(tables.occupations)
    .select(['title', 'occupationGroup as group', 'sector', 'jobZone', 'jobZoneInferred'])
    .where('soc', '=', soc)
    .executeTakeFirst();
}

export async function insertFacts({ tx, tables }: Catalogue, facts: OccupationFacts): Promise<void> {
  const { group, ...rest } = facts;
  await tx
    .insertInto(tables.occupations)
    .values({ ...rest, occupationGroup: group })
    .execute();
}

export async function updateFacts({ tx, tables }: Catalogue, facts: OccupationFacts): Promise<void> {
  const { soc, group, ...rest } = facts;
  await tx
    .updateTable(tables.occupations)
    .set({ ...rest, occupationGroup: group })
    .where('soc', '=', soc)
    .execute();
}
