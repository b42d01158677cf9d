import type { TenantContext } from '#db/tenancy';
import type { DayText } from '~/shared/calendar-day';
import { listEmployeesByExternalId } from '../data/employees';
import { listTeamsOn } from '../data/employments';
import { listHorizons } from '../data/position-horizons';
import { listIncumbents } from '../data/position-incumbents';
import { listAllPositions, type PositionRow } from '../data/positions';
import type { PositionNames } from '../domain/plan-positions';
import { teamTree } from '../domain/team-tree';
import { loadPlaces } from './load-names-of';

export interface LoadedPositions extends PositionNames {
  readonly rows: ReadonlyMap<string, PositionRow>;
}

/**
 * Everything that rows of a positions file name, and the posts by external id.
 * @param today the organization's day
 * @param incumbents external ids of people whom the rows name
 */
export async function loadPositionNames(
  ctx: TenantContext,
  today: DayText,
  incumbents: readonly string[],
): Promise<LoadedPositions> {
  const names = await loadPlaces(ctx, today);
  const people = await listEmployeesByExternalId(ctx, [...new Set(incumbents)]);
  const rows = await listAllPositions(ctx);
  const ids = rows.map(({ positionId }) => positionId);
  const holders = new Map(
    (await listIncumbents(ctx, ids))
      .filter(({ validFrom, validTo }) => validFrom <= today && (validTo === null || today < validTo))
      .map((row) => [row.positionId, row.employeeId]),
  );
  const horizons = new Map((await listHorizons(ctx, ids)).map((row) => [row.positionId, row]));
  const named = people.map(({ employeeId }) => employeeId);
  const employments = await listTeamsOn(ctx, named, today);
  const teams = new Map<string, string>();
  for (const { path, teamId } of teamTree(names.places, today)) if (!teams.has(path)) teams.set(path, teamId);
  const known = rows.map((row) => {
    const incumbentId = holders.get(row.positionId) ?? null;
    const told = horizons.get(row.positionId);
    const horizon =
      told && told.employeeId === incumbentId ? { horizon: told.horizon, source: told.source } : null;
    return [row.externalId, { ...row, incumbentId, horizon }] as const;
  });
  return {
    rows: new Map(rows.map((row) => [row.externalId, row])),
    positions: new Map(known),
    teams,
    sites: new Map(names.sites.map(({ name, siteId }) => [name, siteId])),
    people: new Map(people.map(({ externalId, employeeId }) => [externalId, employeeId])),
    employed: new Set(
      employments.filter(({ status }) => status !== 'left').map(({ employeeId }) => employeeId),
    ),
    today,
  };
}
