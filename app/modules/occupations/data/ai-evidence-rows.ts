import { sql } from 'kysely';
import type { SystemContext } from '#db/system';
import type { Figure } from '../domain/ai-evidence/figure';
import { taskKey, taskNumberKey } from '../domain/ai-evidence/task-key';
import type { TaskText } from '../domain/ai-evidence/task-text';

const COLUMNS = [
  ...['source_id', 'line', 'measure', 'subject_kind', 'subject', 'subject_key', 'title', 'category'],
  ...['facet', 'level', 'geo_id', 'figure', 'precision'],
];

/** Adds figures to a set; resolves to how many. */
export async function insertFigures(
  { copy }: SystemContext,
  sourceId: string,
  figures: AsyncIterable<readonly Figure[]>,
): Promise<number> {
  async function* rows() {
    for await (const batch of figures)
      yield batch.map((item) => [
        sourceId,
        String(item.line),
        item.measure,
        item.subjectKind,
        item.subject,
        item.subjectKey,
        item.title,
        item.category,
        item.facet,
        item.level === null ? null : String(item.level),
        item.geoId,
        String(item.figure),
        item.precision,
      ]);
  }
  return copy({ table: 'ai_figures', columns: COLUMNS }, rows());
}

/** Tells the planner of what was loaded; without it lookups take half a second. */
export async function analyzeFigures({ tx }: SystemContext): Promise<void> {
  await sql`analyze ai_figures`.execute(tx);
}

/** A subject that a set gives two figures for one measure, with their first and last line; undefined for none. */
export async function findContradiction({ tx }: SystemContext, sourceId: string) {
  return tx
    .selectFrom('aiFigures')
    .select(['subject', 'measure'])
    .select(({ fn }) => [fn.min<number>('line').as('first'), fn.max<number>('line').as('last')])
    .where('sourceId', '=', sourceId)
    .groupBy(['subject', 'measure', 'facet', 'category', 'level', 'geoId'])
    .having(sql<boolean>`min(figure) <> max(figure)`)
    .orderBy('last')
    .limit(1)
    .executeTakeFirst();
}

/** Rows of a set that say what an earlier row says. */
export async function countRepeated({ tx }: SystemContext, sourceId: string): Promise<number> {
  const { rows } = await sql<{ repeated: number }>`
    select coalesce(sum(times - 1), 0)::int as repeated from (
      select count(*) as times from ai_figures where source_id = ${sourceId}
      group by subject, measure, facet, category, level, geo_id having count(*) > 1) as groups`.execute(tx);
  return rows[0]?.repeated ?? 0;
}

/** Puts a task list in the place of the one of the same origin; resolves to the number of tasks. */
export async function replaceTaskKeys(
  { tx, copy }: SystemContext,
  list: { readonly origin: 'onet' | 'aei'; readonly release: string },
  tasks: AsyncIterable<readonly TaskText[]>,
): Promise<number> {
  const { origin, release } = list;
  await tx.deleteFrom('taskKeys').where('origin', '=', origin).execute();
  async function* rows() {
    for await (const batch of tasks)
      yield batch.flatMap(({ soc, taskId, text }) => [
        [origin, taskKey(text), soc, taskId, release],
        [origin, taskNumberKey(taskId), soc, taskId, release],
      ]);
  }
  const keys = await copy(
    { table: 'task_keys', columns: ['origin', 'task_key', 'soc', 'task_id', 'release'] },
    rows(),
  );
  await sql`analyze task_keys`.execute(tx);
  return keys / 2;
}

/** Rows of a set about tasks that a task list has, and the others with the first of their texts; no specials. */
export async function countMatches({ tx }: SystemContext, sourceId: string, origin: 'onet' | 'aei') {
  const { rows } = await sql<{ matched: number; unmatched: number; subjects: string[] | null }>`
    with tasks as (
      select line, min(subject) as subject, exists (
        select from task_keys k where k.origin = ${origin} and k.task_key = f.subject_key) as matched
      from ai_figures f where source_id = ${sourceId} and subject_kind = 'task' and subject_key is not null
      group by line, subject_key)
    select count(*) filter (where matched)::int as matched, count(*) filter (where not matched)::int as unmatched,
      (select array_agg(subject order by line) from (
        select line, subject from tasks where not matched order by line limit 10) as first) as subjects
    from tasks`.execute(tx);
  const [row] = rows;
  return { matched: row?.matched ?? 0, unmatched: row?.unmatched ?? 0, subjects: row?.subjects ?? [] };
}

/** Task lists that are there, with their release. */
export async function listTaskLists({ tx }: SystemContext) {
  return tx
    .selectFrom('taskKeys')
    .select(['origin', 'release'])
    .distinct()
    .orderBy('origin', 'desc')
    .execute();
}
