import { sql } from 'kysely';
import type { TenantContext } from '#db/tenancy';
import type {
  LiveSet,
  OccupationFigure,
  OccupationTaskFigure,
} from '../domain/ai-evidence/occupation-evidence';

/** Live sets that have figures about AI, by kind and part. */
export async function listLiveSets({ tx }: TenantContext): Promise<LiveSet[]> {
  return tx
    .selectFrom('sourceSets')
    .select(['sourceId', 'kind', 'part', 'release'])
    .where('live', '=', true)
    .where('kind', 'not in', ['cip_soc_crosswalk', 'cip_codes', 'soc_structure'])
    .orderBy('kind')
    .orderBy('part')
    .execute();
}

/** Figures of live sets about occupations with these codes, by code. */
export async function listOccupationFigures(
  { tx }: TenantContext,
  codes: readonly string[],
  measures?: readonly string[],
): Promise<OccupationFigure[]> {
  let query = tx
    .selectFrom('aiFigures as f')
    .innerJoin('sourceSets as s', 's.sourceId', 'f.sourceId')
    .select(['f.sourceId', 'f.subject', 'f.title', 'f.measure', 'f.figure'])
    .where('s.live', '=', true)
    .where('f.subjectKind', '=', 'occupation')
    .where(sql<boolean>`f.subject_key = any(${codes}::text[])`);
  if (measures) query = query.where(sql<boolean>`f.measure = any(${measures}::text[])`);
  return query.orderBy('f.subject').orderBy('f.line').execute();
}

/**
 * Figures of live sets about the tasks of an occupation, one for each task and measure. A task is found in the O*NET
 * list; one that O*NET no longer has, in the list that came with the figures.
 */
export async function listTaskFigures({ tx }: TenantContext, soc: string): Promise<OccupationTaskFigure[]> {
  const { rows } = await sql<OccupationTaskFigure>`
    with mine as (
      select distinct k.task_key, k.origin from task_keys k
      where k.soc = ${soc} and (k.origin = 'onet' or not exists (
        select from task_keys o where o.origin = 'onet' and o.task_key = k.task_key)))
    select f.source_id as "sourceId", f.subject_key as task, f.facet, f.category, f.measure, avg(f.figure) as figure,
      (select count(distinct k.soc) from task_keys k
        where k.task_key = f.subject_key and k.origin = min(mine.origin))::int as occupations
    from source_sets s join mine on true
      join ai_figures f on f.source_id = s.source_id and f.subject_key = mine.task_key
    where s.live and f.subject_kind = 'task'
    group by f.source_id, f.subject_key, f.facet, f.category, f.measure
    order by f.source_id, f.subject_key, f.facet, f.measure, f.category`.execute(tx);
  return rows;
}

/** Scores of skills in the live set, with its release. */
export async function listSkillScores({ tx }: TenantContext) {
  return tx
    .selectFrom('aiFigures as f')
    .innerJoin('sourceSets as s', 's.sourceId', 'f.sourceId')
    .select(['f.subject as elementId', 'f.figure as score', 'f.precision', 's.release', 's.sourceId'])
    .where('s.live', '=', true)
    .where('s.kind', '=', 'safi_scores')
    .orderBy('f.line')
    .execute();
}

/** Figures of a live set that are about no occupation, task or skill: the patterns of all conversations. */
export async function listPatternFigures({ tx }: TenantContext) {
  return tx
    .selectFrom('aiFigures as f')
    .innerJoin('sourceSets as s', 's.sourceId', 'f.sourceId')
    .select(['s.kind', 's.part', 's.release', 's.sourceId', 'f.subject as pattern', 'f.measure', 'f.figure'])
    .where('s.live', '=', true)
    .where('f.subjectKind', '=', 'pattern')
    .where((eb) => eb.or([eb('f.geoId', 'is', null), eb('f.geoId', '=', 'GLOBAL')]))
    .orderBy('s.kind')
    .orderBy('s.part')
    .orderBy('f.line')
    .execute();
}
