import { sql } from 'kysely';
import type { TenantContext } from '#db/tenancy';

/** Programmes that lead to a SOC code in the live crosswalk, in the order of the file. */
export async function listProgrammesOf({ tx }: TenantContext, socCode: string) {
  return tx
    .selectFrom('cipSocLinks as l')
    .innerJoin('sourceSets as s', 's.sourceId', 'l.sourceId')
    .select(['l.cipCode as code', 'l.cipTitle as title', 'l.socTitle', 's.release', 's.sourceId'])
    .where('s.live', '=', true)
    .where('l.socCode', '=', socCode)
    .where('l.unmatched', '=', false)
    .orderBy('l.line')
    .execute();
}

/** Occupations to which a programme leads in the live crosswalk, in the order of the file. */
export async function listOccupationsOfProgramme({ tx }: TenantContext, cipCode: string) {
  return tx
    .selectFrom('cipSocLinks as l')
    .innerJoin('sourceSets as s', 's.sourceId', 'l.sourceId')
    .select(['l.socCode as code', 'l.socTitle as title'])
    .where('s.live', '=', true)
    .where('l.cipCode', '=', cipCode)
    .where('l.unmatched', '=', false)
    .orderBy('l.line')
    .execute();
}

/**
 * Groups of the live classification with these codes; all where none are given. Titles are those of O*NET-SOC where
 * that is loaded, definitions those of SOC.
 */
export async function listGroups({ tx }: TenantContext, codes?: readonly string[]) {
  let query = tx
    .selectFrom('socGroups as g')
    .innerJoin('sourceSets as s', 's.sourceId', 'g.sourceId')
    .select([
      'g.code',
      'g.level',
      'g.title',
      'g.definition',
      'g.parentCode as parent',
      's.part',
      's.sourceId',
    ])
    .where('s.live', '=', true);
  if (codes) query = query.where(sql<boolean>`g.code = any(${codes}::text[])`);
  return query.orderBy('g.code').orderBy('s.part').execute();
}
