import { sql } from 'kysely';
import type { Catalogue } from '#db/catalogue';

/** The loads that serve a table in two releases. */
export interface LoadPair {
  readonly from: number;
  readonly to: number;
  /** Only this occupation; not given: all. */
  readonly soc?: string | undefined;
}

/** Raw because it joins fully; reference tables belong to no organization, so nothing has to name one. */
const only = (soc: string | undefined) => (soc === undefined ? sql`` : sql`and soc = ${soc}`);

export interface TextChange {
  readonly soc: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** Tasks by occupation and task id whose text is in one release only or differs. */
export async function listTaskChanges({ tx }: Catalogue, { from, to, soc }: LoadPair) {
  const { rows } = await sql<TextChange & { taskId: number }>`
    select soc, task_id, a.task as before, b.task as after
      from (select soc, task_id, task from onet_tasks where load_id = ${from} ${only(soc)}) a
      full join (select soc, task_id, task from onet_tasks where load_id = ${to} ${only(soc)}) b using (soc, task_id)
     where a.task is distinct from b.task order by soc, task_id`.execute(tx);
  return rows;
}

/** Titles of one kind that an occupation has in one release only, each once. */
export async function listTitleChanges(
  { tx }: Catalogue,
  { from, to, soc, kind }: LoadPair & { readonly kind: 'alternate' | 'reported' },
) {
  const titles = (load: number) =>
    sql`select distinct soc, title from onet_titles where load_id = ${load} and kind = ${kind} ${only(soc)}`;
  const { rows } = await sql<TextChange>`
    select soc, a.title as before, b.title as after
      from (${titles(from)}) a full join (${titles(to)}) b using (soc, title)
     where a.title is null or b.title is null order by soc, title`.execute(tx);
  return rows;
}

export interface ZoneChange {
  readonly soc: string;
  readonly before: number | null;
  readonly after: number | null;
}

/** Occupations whose job zone differs. */
export async function listJobZoneChanges({ tx }: Catalogue, { from, to, soc }: LoadPair) {
  const { rows } = await sql<ZoneChange>`
    select soc, a.job_zone as before, b.job_zone as after
      from (select soc, job_zone from onet_job_zones where load_id = ${from} ${only(soc)}) a
      full join (select soc, job_zone from onet_job_zones where load_id = ${to} ${only(soc)}) b using (soc)
     where a.job_zone is distinct from b.job_zone order by soc`.execute(tx);
  return rows;
}

/** Occupations that are in one release only, or whose title or description differs. */
export async function listOccupationChanges({ tx }: Catalogue, { from, to, soc }: LoadPair) {
  const { rows } = await sql<TextChange & { redescribed: boolean }>`
    select soc, a.title as before, b.title as after, a.description is distinct from b.description as redescribed
      from (select soc, title, description from onet_occupations where load_id = ${from} ${only(soc)}) a
      full join (select soc, title, description from onet_occupations where load_id = ${to} ${only(soc)}) b using (soc)
     where (a.title, a.description) is distinct from (b.title, b.description) order by soc`.execute(tx);
  return rows;
}
