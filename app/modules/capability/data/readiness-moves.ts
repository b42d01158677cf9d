import { type RawBuilder, sql } from 'kysely';
import type { TenantContext } from '#db/tenancy';
import type { Level } from '~/modules/frameworks/domain/level';
import type { ReadinessMove, ReadinessSide } from '../domain/ai-readiness/readiness-move';
import { AI_USE } from '../domain/suppression/tree-dimensions';

/** The stored figures of a day, or the frozen ones of a release. */
export type ReadinessMoment =
  | { readonly kind: 'stored'; readonly day: string }
  | { readonly kind: 'release'; readonly day: string; readonly releaseId: string };

export interface ReadinessQuestion {
  /** null: nothing to compare with. */
  readonly before: ReadinessMoment | null;
  readonly after: ReadinessMoment;
  /** What a person's row is. */
  readonly rows: 'occupation' | 'team' | 'site';
  /** The row of each team, where rows are teams. */
  readonly rowOfTeam: ReadonlyMap<string, string>;
  /** Only people directly in one of these; null: everybody. */
  readonly teamIds: readonly string[] | null;
  readonly siteId: string | null;
  /** Only these people; null: everybody. */
  readonly peopleIds: readonly string[] | null;
}

interface CountedMove {
  readonly beforeThere: boolean;
  readonly beforeKey: string | null;
  readonly beforeSoc: string | null;
  readonly beforeLevel: Level | null;
  readonly beforeTarget: Level | null;
  readonly afterThere: boolean;
  readonly afterKey: string | null;
  readonly afterSoc: string | null;
  readonly afterLevel: Level | null;
  readonly afterTarget: Level | null;
  readonly afterDefault: boolean | null;
  readonly people: number;
}

/**
 * The active people of both moments, counted by row, main occupation, level and target in AI use then and now: as many
 * rows as there are kinds of people. Formulas are formed of them in domain/ai-readiness.
 */
export async function countReadinessMoves(
  ctx: TenantContext,
  question: ReadinessQuestion,
): Promise<ReadinessMove[]> {
  const { before, after } = question;
  const { rows } = await sql<CountedMove>`
    with teams as (
      select * from unnest(${[...question.rowOfTeam.keys()]}::uuid[], ${[...question.rowOfTeam.values()]}::text[])
                 as t(team_id, row_key)),
    then_side as (${before ? side(ctx, before, question) : nobody()}),
    now_side as (${side(ctx, after, question)})
    select b.employee_id is not null as "beforeThere", b.key as "beforeKey", b.soc as "beforeSoc",
           b.level as "beforeLevel", b.target as "beforeTarget",
           a.employee_id is not null as "afterThere", a.key as "afterKey", a.soc as "afterSoc",
           a.level as "afterLevel", a.target as "afterTarget", a.is_default as "afterDefault",
           count(*)::int as people
      from now_side a full join then_side b on b.employee_id = a.employee_id
     group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11`.execute(ctx.tx);
  return rows.map(toMove);
}

function toMove(row: CountedMove): ReadinessMove {
  const before: ReadinessSide = {
    ...{ key: row.beforeKey, soc: row.beforeSoc, level: row.beforeLevel, target: row.beforeTarget },
    isDefault: false,
  };
  const after: ReadinessSide = {
    ...{ key: row.afterKey, soc: row.afterSoc, level: row.afterLevel, target: row.afterTarget },
    isDefault: row.afterDefault ?? false,
  };
  return {
    before: row.beforeThere ? before : null,
    after: row.afterThere ? after : null,
    people: row.people,
  };
}

const nobody = () => sql`
  select null::uuid as employee_id, null::text as key, null::text as soc, null::smallint as level,
         null::smallint as target, false as is_default where false`;

/** One row a person: the row that counts the person, main occupation, level and target of the moment. */
function side(ctx: TenantContext, moment: ReadinessMoment, question: ReadinessQuestion): RawBuilder<unknown> {
  const { day } = moment;
  const { rows, teamIds, siteId, peopleIds } = question;
  const organization = ctx.organizationId;
  const key = { occupation: sql`m.soc`, team: sql`t.row_key`, site: sql`p.site_id::text` }[rows];
  return sql`
    select p.employee_id, ${key} as key, m.soc, p.level, p.target, p.is_default
      from (${moment.kind === 'stored' ? stored(organization, day) : frozen(organization, moment)}) p
      left join (
        select distinct on (o.employee_id) o.employee_id, o.soc
          from employee_occupations o
         where o.organization_id = ${organization}::uuid and o.confirmed_by is not null
           and o.valid_from <= ${day}::date and (o.valid_to is null or o.valid_to > ${day}::date)
         order by o.employee_id, o.share desc, o.soc collate "C") m on m.employee_id = p.employee_id
      left join teams t on t.team_id = p.team_id
     where true
       ${teamIds === null ? sql`` : sql`and p.team_id = any(${teamIds}::uuid[])`}
       ${siteId === null ? sql`` : sql`and p.site_id = ${siteId}::uuid`}
       ${peopleIds === null ? sql`` : sql`and p.employee_id = any(${peopleIds}::uuid[])`}`;
}

const stored = (organization: string, day: string) => sql`
  select e.employee_id, e.team_id, e.site_id, f.level, f.target, coalesce(f.default_target, false) as is_default
    from employments e
    left join profiles f on f.organization_id = ${organization}::uuid and f.employee_id = e.employee_id
     and f.dimension = 'ai_use'
   where e.organization_id = ${organization}::uuid and e.status = 'active'
     and e.valid_from <= ${day}::date and (e.valid_to is null or e.valid_to > ${day}::date)`;

/** The site is that of the day as known now; a release does not freeze it, nor which targets are defaults. */
const frozen = (organization: string, { day, releaseId }: { day: string; releaseId: string }) => sql`
  select r.employee_id, r.group_id as team_id, e.site_id, r.levels[${AI_USE + 1}::int] as level,
         r.targets[${AI_USE + 1}::int] as target, false as is_default
    from release_people r
    left join employments e on e.organization_id = ${organization}::uuid and e.employee_id = r.employee_id
     and e.valid_from <= ${day}::date and (e.valid_to is null or e.valid_to > ${day}::date)
   where r.organization_id = ${organization}::uuid and r.release_id = ${releaseId}::uuid`;
