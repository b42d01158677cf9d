import type { TenantContext } from '#db/tenancy';
import { NotFound } from '~/shared/errors';
import { isAnyUuid } from '~/shared/is-uuid';
import { listEmployees } from '../data/employees';
import { listIncumbents } from '../data/position-incumbents';
import { type CandidateRow, listCandidates, listPoolFilters } from '../data/position-pools';
import { listPositionProfiles, type PositionProfileRow } from '../data/position-profiles';
import { listPositionsById } from '../data/positions';
import type { PoolFilters } from '../domain/position-pool';
import { type DirectoryReader, getDirectoryScope } from './get-directory-scope';
import { describePositions, inScope, type ListedPosition } from './list-positions';

/** One period in the history of a post. */
export interface PostHeld {
  readonly employeeId: string;
  readonly name: string;
  readonly from: string;
  readonly until: string | null;
}

export interface Position extends ListedPosition {
  /** Own profile as it holds on the day, by dimension. */
  readonly profile: readonly PositionProfileRow[];
  /** First days on which the own profile changes later. */
  readonly profileChangesOn: readonly string[];
  /** Who held it and who is to hold it, newest first; null: the viewer is not told. */
  readonly history: readonly PostHeld[] | null;
  readonly pool: PoolFilters | null;
  /** People entered into the pool by hand; null: the viewer does not plan succession. */
  readonly candidates:
    | readonly (CandidateRow & { readonly name: string; readonly externalId: string })[]
    | null;
}

interface Question extends DirectoryReader {
  readonly positionId: string;
  readonly asOf: string;
  /** Whether the viewer plans succession for posts in reach: sees who is entered by hand. */
  readonly withCandidates: boolean;
}

/** Everything about a post that its viewer may know. Throws NotFound for a post out of reach, too. */
export async function getPosition(ctx: TenantContext, question: Question): Promise<Position> {
  const { positionId, asOf, withCandidates } = question;
  const scope = await getDirectoryScope(ctx, question, asOf);
  const rows = isAnyUuid(positionId) ? await listPositionsById(ctx, [positionId]) : [];
  const [listed] = await describePositions(
    ctx,
    rows.filter(({ teamId }) => inScope(scope, teamId)),
    { asOf, scope },
  );
  if (!listed) throw new NotFound('There is no such position in this organization.');
  const periods = await listPositionProfiles(ctx, [listed.id]);
  const later = periods.flatMap(({ validFrom, validTo }) => [validFrom, validTo ?? '']);
  return {
    ...listed,
    profile: periods.filter(
      ({ validFrom, validTo }) => validFrom <= asOf && (validTo === null || asOf < validTo),
    ),
    profileChangesOn: [...new Set(later.filter((day) => day > asOf))].sort(),
    history: scope.detailed ? await historyOf(ctx, listed.id) : null,
    pool: scope.detailed ? await poolOf(ctx, listed.id) : null,
    candidates: withCandidates && scope.detailed ? await candidatesOf(ctx, listed.id) : null,
  };
}

async function historyOf(ctx: TenantContext, positionId: string): Promise<PostHeld[]> {
  const periods = await listIncumbents(ctx, [positionId]);
  const names = await namesOf(
    ctx,
    periods.map(({ employeeId }) => employeeId),
  );
  return periods
    .map(({ employeeId, validFrom, validTo }) => ({
      employeeId,
      name: names.get(employeeId)?.name ?? '',
      from: validFrom,
      until: validTo,
    }))
    .reverse();
}

async function candidatesOf(ctx: TenantContext, positionId: string) {
  const rows = await listCandidates(ctx, positionId);
  const names = await namesOf(
    ctx,
    rows.map(({ employeeId }) => employeeId),
  );
  return rows
    .map((row) => ({
      ...row,
      name: names.get(row.employeeId)?.name ?? '',
      externalId: names.get(row.employeeId)?.externalId ?? '',
    }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en'));
}

async function poolOf(ctx: TenantContext, positionId: string): Promise<PoolFilters> {
  const rows = await listPoolFilters(ctx, positionId);
  const values = (kind: string) => rows.filter((row) => row.kind === kind).map(({ value }) => value);
  return {
    bands: values('band').map(Number),
    occupations: values('occupation'),
    teamIds: values('team'),
    siteIds: values('site'),
  };
}

async function namesOf(ctx: TenantContext, employeeIds: readonly string[]) {
  return new Map((await listEmployees(ctx, [...new Set(employeeIds)])).map((row) => [row.employeeId, row]));
}
