import type { TenantContext } from '#db/tenancy';
import { listEmployees } from '../data/employees';
import { listTeamsOn } from '../data/employments';
import { listIncumbents } from '../data/position-incumbents';
import { listPositionProfiles } from '../data/position-profiles';
import { listAllPositions, listPositionsAfter, type PositionRow } from '../data/positions';
import { listSites } from '../data/sites';
import type { DirectoryScope } from '../domain/directory-scope';
import { type MissingForBands, missingForBands } from '../domain/missing-for-bands';
import { matchesPosition, type PositionFilter } from '../domain/position-filter';
import type { RoleBand } from '../domain/role-band';
import { subtreeTeamIds } from '../domain/team-tree';
import { type DirectoryReader, getDirectoryScope } from './get-directory-scope';
import { getTeamTree } from './get-team-tree';

/** A post as it stands on a day. */
export interface ListedPosition {
  readonly id: string;
  readonly externalId: string;
  readonly title: string;
  readonly soc: string | null;
  readonly roleBand: RoleBand | null;
  readonly teamId: string;
  /** "A / B / C"; null where the team is not there on the day. */
  readonly team: string | null;
  readonly siteId: string | null;
  readonly site: string | null;
  /** Null: the viewer is not told (who meets only their own team). */
  readonly critical: boolean | null;
  /** A day to come is told only to who is told what is planned. */
  readonly closedOn: string | null;
  readonly incumbent: {
    readonly id: string;
    /** Null: the viewer meets only colleagues. */
    readonly externalId: string | null;
    readonly name: string;
    /** Has left, and nobody follows yet; to whoever meets only colleagues the post is vacant then. */
    readonly left: boolean;
  } | null;
  /** Dimensions that its own profile asks for; 0: no own profile. */
  readonly asked: number;
  readonly missing: MissingForBands | null;
  readonly revision: number;
}

export interface PositionQuestion extends DirectoryReader {
  readonly filter: PositionFilter;
  readonly asOf: string;
}

/** The posts that a viewer meets, narrowed by the filter: by title, then number. */
export async function listPositions(
  ctx: TenantContext,
  question: PositionQuestion,
): Promise<ListedPosition[]> {
  return narrow(ctx, await listAllPositions(ctx), question);
}

export interface PositionPage {
  readonly positions: readonly ListedPosition[];
  /** Cursor of the next page; null at the end. */
  readonly next: string | null;
}

/** The same by id, a page at a time: read as far as the page goes. @param cursor the last id of the page before. */
export async function listPositionPage(
  ctx: TenantContext,
  question: PositionQuestion,
  { cursor, limit }: { readonly cursor: string | null; readonly limit: number },
): Promise<PositionPage> {
  const found: ListedPosition[] = [];
  let after = cursor;
  let ended = false;
  while (!ended && found.length <= limit) {
    const rows = await listPositionsAfter(ctx, { after, limit: ROWS_AT_ONCE });
    found.push(...(await narrow(ctx, rows, question)));
    after = rows.at(-1)?.positionId ?? after;
    ended = rows.length < ROWS_AT_ONCE;
  }
  const positions = found.slice(0, limit);
  return { positions, next: found.length > limit ? (positions.at(-1)?.id ?? null) : null };
}

const ROWS_AT_ONCE = 1_000;

async function narrow(
  ctx: TenantContext,
  all: readonly PositionRow[],
  question: PositionQuestion,
): Promise<ListedPosition[]> {
  const { filter, asOf } = question;
  const scope = await getDirectoryScope(ctx, question, asOf);
  const rows = all.filter(({ teamId }) => inScope(scope, teamId));
  const tree = await getTeamTree(ctx, asOf);
  const teams = filter.team ? new Set(subtreeTeamIds(tree, filter.team)) : null;
  const listed = await describePositions(ctx, rows, { asOf, scope });
  return listed.filter((row) =>
    matchesPosition(
      {
        ...row,
        vacant: row.incumbent === null || row.incumbent.left,
        closed: row.closedOn !== null && row.closedOn <= asOf,
      },
      filter,
      teams,
    ),
  );
}

/** Whether the viewer meets what is directly in a team. */
export function inScope({ everybody, teams }: DirectoryScope, teamId: string): boolean {
  return everybody || teams.has(teamId);
}

/** Posts in words: names of places and of whoever holds them on the day, and what their own profiles lack. */
export async function describePositions(
  ctx: TenantContext,
  rows: readonly PositionRow[],
  { asOf, scope }: { readonly asOf: string; readonly scope: DirectoryScope },
): Promise<ListedPosition[]> {
  const ids = rows.map(({ positionId }) => positionId);
  const on = <T extends { readonly validFrom: string; readonly validTo: string | null }>(
    periods: readonly T[],
  ) => periods.filter(({ validFrom, validTo }) => validFrom <= asOf && (validTo === null || asOf < validTo));
  const holders = new Map(on(await listIncumbents(ctx, ids)).map((row) => [row.positionId, row.employeeId]));
  const asked = Map.groupBy(on(await listPositionProfiles(ctx, ids)), (row) => row.positionId);
  const people = new Map(
    (await listEmployees(ctx, [...holders.values()])).map((row) => [row.employeeId, row]),
  );
  const employments = await listTeamsOn(ctx, [...holders.values()], asOf);
  const met = new Set(
    employments
      .filter(({ status }) => status === 'active' || status === 'leave')
      .map((row) => row.employeeId),
  );
  const left = new Set(employments.filter(({ status }) => status === 'left').map((row) => row.employeeId));
  const paths = new Map((await getTeamTree(ctx, asOf)).map(({ teamId, path }) => [teamId, path]));
  const sites = new Map((await listSites(ctx)).map(({ siteId, name }) => [siteId, name]));
  return rows.map(({ positionId, critical, ...row }) => {
    const holder = people.get(holders.get(positionId) ?? '');
    const profile = (asked.get(positionId) ?? []).filter(({ weight }) => weight > 0);
    return {
      id: positionId,
      ...row,
      critical: scope.detailed ? critical : null,
      team: paths.get(row.teamId) ?? null,
      site: sites.get(row.siteId ?? '') ?? null,
      closedOn: scope.detailed || (row.closedOn ?? '') <= asOf ? row.closedOn : null,
      incumbent:
        holder && (scope.detailed || met.has(holder.employeeId))
          ? {
              id: holder.employeeId,
              externalId: scope.detailed ? holder.externalId : null,
              name: holder.name,
              left: left.has(holder.employeeId),
            }
          : null,
      asked: profile.length,
      missing: missingForBands(profile),
    };
  });
}
