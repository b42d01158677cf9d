import type { SystemContext } from '#db/system';

interface SetKey {
  readonly kind: string;
  readonly part: string;
  readonly release: string;
}

/** The set that holds this release of a kind and part. */
export async function findSourceSet({ tx }: SystemContext, { kind, part, release }: SetKey) {
  return tx
    .selectFrom('sourceSets')
    .select(['sourceId', 'checksum', 'live', 'rowCount'])
    .where('kind', '=', kind)
    .where('part', '=', part)
    .where('release', '=', release)
    .executeTakeFirst();
}

/** Adds a set that nobody reads yet. */
export async function insertSourceSet(
  { tx }: SystemContext,
  set: SetKey & { readonly sourceId: string; readonly checksum: string },
): Promise<void> {
  await tx
    .insertInto('sourceSets')
    .values({ ...set, rowCount: 0 })
    .execute();
}

/** Makes a set the live one of its kind and part. */
export async function switchSourceSet(
  { tx }: SystemContext,
  { kind, part }: SetKey,
  { sourceId, rows }: { readonly sourceId: string; readonly rows: number },
): Promise<void> {
  await tx
    .updateTable('sourceSets')
    .set({ live: false })
    .where('kind', '=', kind)
    .where('part', '=', part)
    .where('live', '=', true)
    .execute();
  await tx
    .updateTable('sourceSets')
    .set({ live: true, rowCount: rows })
    .where('sourceId', '=', sourceId)
    .execute();
}

/** Takes a set away with its rows. */
export async function removeSourceSet({ tx }: SystemContext, sourceId: string): Promise<void> {
  await tx.deleteFrom('aiFigures').where('sourceId', '=', sourceId).execute();
  await tx.deleteFrom('sourceSets').where('sourceId', '=', sourceId).execute();
}
