import type { TenantContext } from '#db/tenancy';

export interface StandardLinkKey {
  readonly soc: string;
  readonly urn: string;
  readonly version: string;
}

/** Adds a link of the organization; false where it was there already, and stays who made it. */
export async function insertOwnLink(
  { tx, now, actor }: TenantContext,
  { soc, urn, version, linkedBy }: StandardLinkKey & { readonly linkedBy: string },
): Promise<boolean> {
  const result = await tx
    .insertInto('ownStandardLinks')
    .values({ soc, urn, version, linkedBy, linkedByUser: actor.id, linkedAt: now })
    .onConflict((conflict) => conflict.columns(['organizationId', 'soc', 'urn', 'version']).doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

/** Takes a link of the organization away; false where there was none. */
export async function deleteOwnLink(
  { tx }: TenantContext,
  { soc, urn, version }: StandardLinkKey,
): Promise<boolean> {
  const result = await tx
    .deleteFrom('ownStandardLinks')
    .where('soc', '=', soc)
    .where('urn', '=', urn)
    .where('version', '=', version)
    .executeTakeFirst();
  return result.numDeletedRows === 1n;
}

/** Standards that the organization linked to an occupation. */
export async function listOwnLinkedStandards({ tx }: TenantContext, soc: string) {
  return tx
    .selectFrom('ownStandardLinks as l')
    .innerJoin('standards as s', (join) =>
      join.onRef('s.urn', '=', 'l.urn').onRef('s.version', '=', 'l.version'),
    )
    .select(['s.urn', 's.version', 's.title', 's.reviewText', 's.reviewBy', 's.sourceId'])
    .select(['l.linkedBy', 'l.linkedAt'])
    .where('l.soc', '=', soc)
    .orderBy('s.urn')
    .orderBy('s.version')
    .execute();
}

/** Occupations that the organization linked to a standard, by code; title null where the catalogue has none. */
export async function listOwnLinkedOccupations(
  { tx }: TenantContext,
  { urn, version }: { readonly urn: string; readonly version: string },
) {
  return tx
    .selectFrom('ownStandardLinks as l')
    .leftJoin('occupations as o', 'o.soc', 'l.soc')
    .leftJoin('ownOccupations as w', 'w.soc', 'l.soc')
    .select(['l.soc', 'l.linkedBy', 'l.linkedAt'])
    .select(({ fn }) => fn.coalesce('w.title', 'o.title', 'l.soc').as('title'))
    .where('l.urn', '=', urn)
    .where('l.version', '=', version)
    .orderBy('l.soc')
    .execute();
}
