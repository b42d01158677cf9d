import { type RawBuilder, sql } from 'kysely';
import type { TenantContext } from '#db/tenancy';

/** The compact rows of one team's people, without saying whose they are. */
export interface FiguresBlock {
  readonly teamId: string;
  readonly people: number;
  /** A line for each person: site, occupation, band, kind, available, between tabs; nothing where there is none. */
  readonly places: string;
  /** Of each person in the same order (person-facts.ts); null: somebody's are not computed yet. */
  readonly facts: Uint8Array | null;
}

/** Of two moments the later one has the higher end, or the same and fewer that still run. */
export interface FiguresMoment {
  /** Transactions from this number on had not ended. */
  readonly end: number;
  /** How many before that still ran. */
  readonly running: number;
}

export interface FiguresBlocks {
  /** Of the whole organization. */
  readonly people: number;
  /** The newest row's number. */
  readonly latest: number;
  readonly blocks: readonly FiguresBlock[];
  readonly moment: FiguresMoment;
  /** The transaction has written nothing so far: what it reads is committed. */
  readonly isCommitted: boolean;
}

/** What a process holds already. */
export interface HeldBlocks {
  /** Number up to which rows are known: each written row has a higher one than all that were committed before. */
  readonly latest: number;
  /** People of each team held, to find teams that lost somebody; null: only teams with newer rows are asked for. */
  readonly people: ReadonlyMap<string, number> | null;
}

/** The teams that changed since, whole, as of one moment; those that have nobody left with 0 people. */
export async function listFiguresBlocks(ctx: TenantContext, held: HeldBlocks): Promise<FiguresBlocks> {
  const of = sql`f.organization_id = ${ctx.organizationId}::uuid`;
  await sql`select set_config('work_mem', '64MB', true), set_config('jit', 'off', true)`.execute(ctx.tx);
  const { rows } = await sql<
    FiguresBlock & {
      readonly all: number;
      readonly latest: number;
      readonly isCommitted: boolean;
      readonly end: string;
      readonly running: number;
    }
  >`
    with everybody as (
           select count(*)::int as people, coalesce(max(f.written), 0) as latest from person_figures f where ${of}),
         changed as (${changedTeams(of, held)}),
         block as (
           select c.team_id, count(f.employee_id)::int as people,
                  coalesce(string_agg(concat(f.site_id, e'\t', f.soc, e'\t', f.role_band, e'\t', f.kind, e'\t',
                                             f.available), e'\n'), '') as places,
                  case when count(f.facts) = count(f.employee_id) then coalesce(string_agg(f.facts, ''), '') end as facts
             from changed c left join person_figures f on ${of} and f.team_id = c.team_id
            group by c.team_id)
    select e.people as "all", e.latest, pg_current_xact_id_if_assigned() is null as "isCommitted",
           pg_snapshot_xmax(pg_current_snapshot())::text as "end",
           (select count(*)::int from pg_snapshot_xip(pg_current_snapshot())) as running,
           b.team_id as "teamId", b.people, b.places, b.facts
      from everybody e left join block b on true`.execute(ctx.tx);
  return {
    people: rows[0]?.all ?? 0,
    latest: Number(rows[0]?.latest ?? 0),
    blocks: rows.filter((row) => row.teamId !== null),
    moment: { end: Number(rows[0]?.end ?? 0), running: rows[0]?.running ?? 0 },
    isCommitted: rows[0]?.isCommitted ?? false,
  };
}

function changedTeams(of: RawBuilder<unknown>, { latest, people }: HeldBlocks): RawBuilder<unknown> {
  if (latest === 0 && people === null)
    return sql`select distinct f.team_id from person_figures f where ${of}`;
  const written = sql`select f.team_id from person_figures f where ${of} and f.written > ${latest}::bigint`;
  if (people === null) return sql`select distinct w.team_id from (${written}) w`;
  return sql`
    ${written}
     union
    select coalesce(h.team_id, n.team_id)
      from unnest(${[...people.keys()]}::uuid[], ${[...people.values()]}::int[]) as h(team_id, people)
      full join (select f.team_id, count(*)::int as people from person_figures f where ${of} group by f.team_id) n
        on n.team_id = h.team_id
     where h.people is distinct from n.people`;
}

/** People whose compact row a program computed that knew no facts: one that still ran while the database was upgraded. */
export async function listPeopleWithoutFacts({ tx }: TenantContext): Promise<string[]> {
  const rows = await tx.selectFrom('personFigures').select('employeeId').where('facts', 'is', null).execute();
  return rows.map(({ employeeId }) => employeeId);
}
