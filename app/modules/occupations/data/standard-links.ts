import type { SystemContext } from '#db/system';

interface Link {
  readonly soc: string;
  readonly urn: string;
  readonly version: string;
}

/** Whether the shared catalogue has the occupation. */
export async function hasOccupation({ tx }: SystemContext, soc: string): Promise<boolean> {
  const row = await tx.selectFrom('occupations').select('soc').where('soc', '=', soc).executeTakeFirst();
  return row !== undefined;
}

/** Adds a link; false where it was there already, and stays who made it. */
export async function insertLink(
  { tx, now }: SystemContext,
  link: Link & { readonly linkedBy: string },
): Promise<boolean> {
  const result = await tx
    .insertInto('standardLinks')
    .values({ ...link, linkedAt: now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

/** Takes a link away; false where there was none. */
export async function removeLink({ tx }: SystemContext, { soc, urn, version }: Link): Promise<boolean> {
  const result = await tx
    .deleteFrom('standardLinks')
    .where('soc', '=', soc)
    .where('urn', '=', urn)
    .where('version', '=', version)
    .executeTakeFirst();
  return result.numDeletedRows === 1n;
}

/** Versions of a standard that are there, the newest import last. */
export async function listVersions({ tx }: SystemContext, urn: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('standards')
    .select('version')
    .where('urn', '=', urn)
    .orderBy('importedAt')
    .execute();
  return rows.map(({ version }) => version);
}
