import { sql } from 'kysely';
import { type Catalogue, ownCatalogue, sharedCatalogueFor } from '#db/catalogue';
import type { TenantContext } from '#db/tenancy';

function facts({ tx, tables, organizationId }: Catalogue) {
  return tx.selectFrom(`${tables.occupations} as o` as const).select((eb) => [
    'o.soc',
    'o.title',
    'o.jobZone',
    'o.jobZoneInferred',
    'o.occupationGroup as group',
    'o.sector',
    eb
      .lit(organizationId !== null)
      .$castTo<boolean>()
      .as('own'),
  ]);
}

/** Every occupation as the shared catalogue and as the organization describe it, in order of code, shared ones first. */
export async function listOccupationFacts(ctx: TenantContext) {
  return facts(sharedCatalogueFor(ctx))
    .unionAll(facts(ownCatalogue(ctx)))
    .orderBy('soc')
    .orderBy('own')
    .execute();
}

function relatedTitles({ tx, tables }: Catalogue) {
  return tx
    .selectFrom(`${tables.occupationAnchors} as a` as const)
    .select(['a.soc', 'a.text as title'])
    .where('a.kind', '=', 'related_title');
}

/** Titles that sources of frameworks name beside an occupation's own. */
export async function listRelatedTitles(ctx: TenantContext) {
  return relatedTitles(sharedCatalogueFor(ctx))
    .unionAll(relatedTitles(ownCatalogue(ctx)))
    .execute();
}

const packs = ({ tx, tables }: Catalogue) =>
  tx.selectFrom(`${tables.occupationEvidence} as e` as const).select('e.soc as code');

/** Codes about which figures of these measures are published: O*NET-SOC codes, and SOC codes whose figures theirs inherit. */
export async function listEvidenceCodes(ctx: TenantContext, measures: readonly string[]): Promise<string[]> {
  const figures = ctx.tx
    .selectFrom('aiFigures as f')
    .innerJoin('sourceSets as s', 's.sourceId', 'f.sourceId')
    .select(sql<string>`f.subject_key`.as('code'))
    .where('s.live', '=', true)
    .where('f.subjectKind', '=', 'occupation')
    .where('f.measure', 'in', measures)
    .where('f.subjectKey', 'is not', null);
  const rows = await packs(sharedCatalogueFor(ctx))
    .union(packs(ownCatalogue(ctx)))
    .union(figures)
    .execute();
  return rows.map(({ code }) => code);
}
