import type { TenantContext } from '#db/tenancy';

/** Standards that a person linked to an occupation. */
export async function listLinkedStandards({ tx }: TenantContext, soc: string) {
  return tx
    .selectFrom('standardLinks as l')
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

/** All standards, one row a version, in order of URN. */
export async function listStandardHeads({ tx }: TenantContext) {
  return tx
    .selectFrom('standards')
    .select(['standardId', 'urn', 'version', 'title', 'reviewText', 'reviewBy', 'importedAt'])
    .orderBy('urn')
    .orderBy('importedAt')
    .execute();
}

/** A standard; without a version the one imported last. */
export async function findStandardPage(
  { tx }: TenantContext,
  { urn, version }: { readonly urn: string; readonly version?: string | undefined },
) {
  let query = tx.selectFrom('standards').selectAll().where('urn', '=', urn);
  if (version !== undefined) query = query.where('version', '=', version);
  return query.orderBy('importedAt', 'desc').limit(1).executeTakeFirst();
}

/** The statements of a standard, performance criteria first, by number. */
export async function listStandardStatements({ tx }: TenantContext, standardId: string) {
  return tx
    .selectFrom('standardStatements')
    .select(['kind', 'number', 'headingPosition', 'heading', 'text'])
    .where('standardId', '=', standardId)
    .orderBy('kind', 'desc')
    .orderBy('number')
    .execute();
}

/** The glossary of a standard in its order. */
export async function listStandardTerms({ tx }: TenantContext, standardId: string) {
  return tx
    .selectFrom('standardTerms')
    .select(['term', 'meaning'])
    .where('standardId', '=', standardId)
    .orderBy('position')
    .execute();
}

/** Occupations to which a standard is linked in a version. */
export async function listLinkedOccupations(
  { tx }: TenantContext,
  { urn, version }: { readonly urn: string; readonly version: string },
) {
  return tx
    .selectFrom('standardLinks as l')
    .innerJoin('occupations as o', 'o.soc', 'l.soc')
    .select(['o.soc', 'o.title', 'l.linkedBy', 'l.linkedAt'])
    .where('l.urn', '=', urn)
    .where('l.version', '=', version)
    .orderBy('o.soc')
    .execute();
}
