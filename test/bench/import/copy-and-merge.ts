import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Sql } from 'postgres';
import { COLUMNS } from './people-file';

interface Merge {
  readonly organizationId: string;
  readonly content: string;
  readonly today: string;
  /** People who have to differ. */
  readonly count: number;
}

/** COPY of the file into a temporary table and one set-based merge from it, rolled back. */
export async function copyAndMerge(
  admin: Sql,
  { organizationId, content, today, count }: Merge,
): Promise<void> {
  const rollback = new Error('rolled back');
  await admin
    .begin(async (sql) => {
      await sql.unsafe(
        `create temporary table file (${COLUMNS.split(',')
          .map((name) => `${name} text`)
          .join(', ')}) on commit drop`,
      );
      const target = await sql`copy file from stdin with (format csv, header true)`.writable();
      await pipeline(
        Readable.from(Buffer.from(content), { objectMode: false, highWaterMark: 65_536 }),
        target,
      );
      const [merged] = await sql<{ people: number }[]>`
        with recursive tree as (
          select t.team_id, t.name as path from teams t
            join team_parents p on p.organization_id = t.organization_id and p.team_id = t.team_id
           where t.organization_id = ${organizationId} and p.parent_id is null
          union all
          select t.team_id, tree.path || ' / ' || t.name from tree
            join team_parents p on p.organization_id = ${organizationId} and p.parent_id = tree.team_id
            join teams t on t.organization_id = ${organizationId} and t.team_id = p.team_id
        ), wanted as (
          select e.employee_id, f.name, nullif(f.email, '') as email, f.title, tree.team_id, s.site_id,
                 m.employee_id as manager_id, f.status, f.available = 'yes' as available,
                 f.occupation, f.role_band::smallint as role_band
            from file f
            join employees e on e.organization_id = ${organizationId} and e.external_id = f.external_id
            join tree on tree.path = f.team
            left join sites s on s.organization_id = ${organizationId} and s.name = f.site
            left join employees m on m.organization_id = ${organizationId}
             and m.external_id = nullif(f.manager_external_id, '')
        ), persons as (
          update employees e set name = w.name, email = w.email, recorded_at = now()
            from wanted w
           where e.organization_id = ${organizationId} and e.employee_id = w.employee_id
             and (e.name, e.email) is distinct from (w.name, w.email)
          returning e.employee_id
        ), ended as (
          update employments p set valid_to = ${today}, recorded_at = now()
            from wanted w
           where p.organization_id = ${organizationId} and p.employee_id = w.employee_id and p.valid_to is null
             and (p.title, p.team_id, p.site_id, p.manager_id, p.status, p.available)
                 is distinct from (w.title, w.team_id, w.site_id, w.manager_id, w.status, w.available)
          returning p.employee_id
        ), begun as (
          insert into employments (organization_id, employee_id, valid_from, title, team_id, site_id, manager_id,
                                   status, available)
          select ${organizationId}::uuid, w.employee_id, ${today}::date, w.title, w.team_id, w.site_id, w.manager_id,
                 w.status, w.available
            from wanted w join ended on ended.employee_id = w.employee_id
          returning employee_id
        ), held as (
          update employee_occupations o set role_band = w.role_band
            from wanted w
           where o.organization_id = ${organizationId} and o.employee_id = w.employee_id and o.soc = w.occupation
             and o.valid_to is null and o.role_band is distinct from w.role_band
          returning o.employee_id
        )
        select ((select count(*) from persons) + (select count(*) from begun) + (select count(*) from held))::integer
               as people`;
      if (merged?.people !== count) throw new Error(`the merge changed ${merged?.people} people`);
      throw rollback;
    })
    .catch((error: unknown) => {
      if (error !== rollback) throw error;
    });
}
