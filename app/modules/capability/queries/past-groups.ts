import type { TenantContext } from '#db/tenancy';
import { listPeopleIdsOfTeams } from '~/modules/people/queries/list-people-ids-of-teams';
import { batches } from '~/shared/batches';
import { dayNumber } from '~/shared/calendar-day';
import { InvalidInput } from '~/shared/errors';
import {
  type FiguresGrouping,
  type FiguresSelection,
  listTeamPlaces,
  type PersonPlace,
} from '../data/person-figures';
import type { NewProfileRow } from '../data/profiles';
import type { GroupCells } from '../domain/counted-cells';
import { personSums, readSums } from '../domain/person-sums';
import { addTeamCells } from '../domain/team-cell';
import { computeProfiles } from './compute-profiles';
import type { Method } from './get-method';

/** People whose profiles one request computes. */
export const MOST_COMPUTED = 5_000;
const BATCH = 500;

export interface PastDay {
  readonly method: Method;
  readonly asOf: string;
  /** Teams whose people of today the viewer may read; null: everybody. */
  readonly readable: readonly string[] | null;
}

export interface GroupQuestion {
  readonly selection: FiguresSelection;
  readonly grouping: FiguresGrouping;
}

/**
 * The cells of each group of the people selected on a day that is over: valid then, as known now, by the formulas of the
 * refresh. Throws InvalidInput for too many at once.
 */
export async function sumPastGroups(
  ctx: TenantContext,
  { selection, grouping }: GroupQuestion,
  day: PastDay,
): Promise<ReadonlyMap<string, GroupCells>> {
  const places = await listPastPlaces(ctx, selection, day);
  const { method, asOf } = day;
  const { constants } = method;
  const groups = new Map<string, GroupCells>();
  for (const batch of batches(places, BATCH)) {
    const ids = batch.map((place) => place.employeeId);
    const computed = await computeProfiles(ctx, ids, { method, asOf });
    const rowsOf = Map.groupBy(computed, (row) => row.employeeId);
    for (const place of batch) {
      const group = groupOfPlace(place, grouping);
      if (group === null) continue;
      const cells = cellsOf(rowsOf.get(place.employeeId) ?? [], {
        available: place.available,
        asOf,
        constants,
      });
      const before = groups.get(group);
      groups.set(group, before ? addAll(before, cells) : cells);
    }
  }
  return groups;
}

/** Who was selected on a day that is over, of those who may be read today. Throws InvalidInput for too many at once. */
export async function listPastPlaces(
  ctx: TenantContext,
  selection: FiguresSelection,
  { method, asOf, readable }: PastDay,
): Promise<PersonPlace[]> {
  const known = readable && new Set(await listPeopleIdsOfTeams(ctx, readable, method.today));
  const places = (await listTeamPlaces(ctx, selection.teamIds, asOf)).filter(
    (place) => isSelected(place, selection) && (known?.has(place.employeeId) ?? true),
  );
  refuseTooMany(places.length, 'of a day that is over');
  return places;
}

/** Throws InvalidInput for more people than are computed at once. */
export function refuseTooMany(people: number, which: string): void {
  if (people <= MOST_COMPUTED) return;
  const detail = `asks for ${people} people ${which}; ${MOST_COMPUTED} are computed at once. Choose a team or a narrower filter.`;
  throw new InvalidInput(detail, [{ pointer: 'asOf', detail }]);
}

function cellsOf(rows: readonly NewProfileRow[], at: Parameters<typeof personSums>[1]): GroupCells {
  const days = rows.map(({ assessedOn }) => (assessedOn === null ? null : dayNumber(assessedOn)));
  const versions = rows.map(({ frameworkVersion }) => frameworkVersion);
  return readSums(personSums(rows, at), days).map((cell, index) => {
    const version = versions[index];
    return version ? { ...cell, frameworkVersions: [version] } : cell;
  });
}

function addAll(a: GroupCells, b: GroupCells): GroupCells {
  return a.map((cell, index) => {
    const other = b[index];
    return other ? addTeamCells(cell, other) : cell;
  });
}

/** '' stands for those without a site, an occupation, a band; null for a team that belongs to no group. */
export function groupOfPlace(
  place: Omit<PersonPlace, 'employeeId'>,
  grouping: FiguresGrouping,
): string | null {
  if (grouping.by === 'team') return grouping.groupOf.get(place.teamId) ?? null;
  if (grouping.by === 'site') return place.siteId ?? '';
  if (grouping.by === 'occupation') return place.soc ?? '';
  return place.roleBand?.toString() ?? '';
}

/** The same question as the compact rows are asked; teams are asked before. */
export function isSelected(
  place: Omit<PersonPlace, 'employeeId' | 'teamId'>,
  selection: FiguresSelection,
): boolean {
  const { siteIds, socs, bands, kinds, available } = selection;
  return (
    (siteIds?.includes(place.siteId) ?? true) &&
    (socs?.includes(place.soc) ?? true) &&
    (bands?.includes(place.roleBand) ?? true) &&
    (kinds?.includes(place.kind) ?? true) &&
    (available === null || place.available === available)
  );
}
