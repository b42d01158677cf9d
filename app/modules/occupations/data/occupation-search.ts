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

/** What is published about occupations, by code. */
export interface EvidenceCodes {
  /** O*NET-SOC codes that have an evidence pack or figures about their tasks. */
  readonly own: string[];
  /** O*NET-SOC codes with figures, and SOC codes whose figures theirs inherit. */
  readonly inherited: string[];
}

/** Codes about which figures of these measures are published. */
export async function listEvidenceCodes(
  ctx: TenantContext,
  measures: readonly string[],
): Promise<EvidenceCodes> {
  const figures = ctx.tx
    .selectFrom('aiFigures as f')
    .innerJoin('sourceSets as s', 's.sourceId', 'f.sourceId')
    .where('s.live', '=', true)
    .where('f.measure', 'in', measures)
    .where('f.subjectKey', 'is not', null);
  const ofTasks = figures
    .innerJoin('taskKeys as k', 'k.taskKey', 'f.subjectKey')
    .where('f.subjectKind', '=', 'task')
    .select('k.soc as code');
  const own = await packs(sharedCatalogueFor(ctx))
    .union(packs(ownCatalogue(ctx)))
    .union(ofTasks)
    .execute();
  const inherited = await figures
    .where('f.subjectKind', '=', 'occupation')
    .select(sql<string>`f.subject_key`.as('code'))
    .distinct()
    .execute();
  return { own: own.map(({ code }) => code), inherited: inherited.map(({ code }) => code) };
}
