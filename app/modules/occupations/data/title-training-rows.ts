import { sql } from 'kysely';
import type { Catalogue } from '#db/catalogue';

/** The loads that serve what titles are matched by, and where the page begins. */
export interface TrainingRowsPage {
  readonly occupations: readonly number[];
  readonly alternateTitles: readonly number[];
  readonly reportedTitles: readonly number[];
  readonly tasks: readonly number[];
  /** The last code of the page before; empty for the first. */
  readonly after: string;
  readonly limit: number;
}

/** One occupation; lists are JSON texts, so that who only hands them on need not read them. */
export interface TrainingRow {
  readonly soc: string;
  readonly title: string;
  readonly description: string;
  readonly alternateTitles: string;
  readonly reportedTitles: string;
  readonly tasks: string;
}

const of = (loads: readonly number[]) => sql`t.load_id = any(${loads}::integer[]) and t.soc = o.soc`;

/** The next occupations in order of code with their titles and tasks, each list in file order. */
export async function listTrainingRows({ tx }: Catalogue, page: TrainingRowsPage): Promise<TrainingRow[]> {
  const titles = (kind: 'alternate' | 'reported', loads: readonly number[]) => sql`
    coalesce((select json_agg(t.title order by t.position) from onet_titles t
               where t.kind = ${kind} and ${of(loads)}), '[]')::text`;
  const { rows } = await sql<TrainingRow>`
    select o.soc, o.title, o.description,
           ${titles('alternate', page.alternateTitles)} as alternate_titles,
           ${titles('reported', page.reportedTitles)} as reported_titles,
           coalesce((select json_agg(t.task order by t.position) from onet_tasks t
                      where ${of(page.tasks)}), '[]')::text as tasks
      from onet_occupations o
     where o.load_id = any(${page.occupations}::integer[]) and o.soc > ${page.after}
     order by o.soc limit ${page.limit}`.execute(tx);
  return rows;
}
