import { sql } from 'kysely';
import type { TenantContext } from '#db/tenancy';
import { batches } from '~/shared/batches';
import type { MethodConstants } from '../domain/constants';
import { movesColumn, readMoves } from '../domain/suppression/moves-column';
import type { FrozenRelease, ReleasePerson } from '../domain/suppression/release-facts';
import type { FrozenRequirement } from '../domain/suppression/released-overview';
import type { AiUseTree } from '../domain/suppression/tree-dimensions';

export interface ReleaseRow {
  readonly releaseId: string;
  readonly sequence: number;
  readonly asOf: string;
  readonly reason: string;
  readonly suppressionK: number;
  /** The tree that AI use was released in; null: it was not. */
  readonly aiUseTree: AiUseTree | null;
  /** Release of the exposure data that weighed it. */
  readonly exposureRelease: string | null;
  readonly madeAt: Date;
}

/** The columns of a ReleaseRow. */
export const RELEASE_COLUMNS = [
  'releases.releaseId',
  'releases.sequence',
  'releases.asOf',
  'releases.reason',
  'releases.suppressionK',
  'releases.aiUseTree',
  'releases.exposureRelease',
  'releases.madeAt',
] as const;

export async function countReleases(ctx: TenantContext): Promise<number> {
  const { n } = await ctx.tx
    .selectFrom('releases')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return n;
}

/** The newest release. */
export async function findLatestRelease(ctx: TenantContext): Promise<ReleaseRow | undefined> {
  const row = await ctx.tx
    .selectFrom('releases')
    .select(RELEASE_COLUMNS)
    .orderBy('sequence', 'desc')
    .executeTakeFirst();
  return row as ReleaseRow | undefined;
}

/** All releases, the oldest first. */
export async function listReleases(ctx: TenantContext): Promise<ReleaseRow[]> {
  const rows = await ctx.tx.selectFrom('releases').select(RELEASE_COLUMNS).orderBy('sequence').execute();
  return rows as ReleaseRow[];
}

/** How a release was computed, and which requirements it froze. */
export interface ReleaseMethod {
  readonly formulaVersion: string;
  /** null: the release is from before they were kept. */
  readonly constants: MethodConstants | null;
  readonly requirements: readonly FrozenRequirement[] | null;
}

export interface NewRelease extends ReleaseRow, ReleaseMethod {}

export async function insertRelease(
  ctx: TenantContext,
  { constants, requirements, ...release }: NewRelease,
): Promise<void> {
  const json = (value: unknown) =>
    value === null ? null : sql<never>`${JSON.stringify(value)}::text::jsonb`;
  const values = { ...release, constants: json(constants), requirements: json(requirements) };
  await ctx.tx.insertInto('releases').values(values).execute();
}

/** How a release was computed; undefined where there is none. */
export async function findReleaseMethod(
  ctx: TenantContext,
  releaseId: string,
): Promise<ReleaseMethod | undefined> {
  const row = await ctx.tx
    .selectFrom('releases')
    .select(['formulaVersion', 'constants', 'requirements'])
    .where('releaseId', '=', releaseId)
    .executeTakeFirst();
  return row as unknown as ReleaseMethod | undefined;
}

/** Freezes the trees and the people of a release. */
export async function insertReleaseFacts(
  ctx: TenantContext,
  releaseId: string,
  { groups, people, occupations }: FrozenRelease,
): Promise<void> {
  for (const batch of batches(groups)) {
    const values = batch.map(({ id, parentId, name }) => ({ releaseId, groupId: id, parentId, name }));
    await ctx.tx.insertInto('releaseGroups').values(values).execute();
  }
  const exposures = new Map(occupations?.people.map(({ groupId, exposure }) => [groupId, exposure ?? null]));
  for (const batch of batches(occupations?.groups ?? [])) {
    const values = batch.map(({ id, parentId, name }) => ({
      ...{ releaseId, groupId: id, parentId, name },
      exposure: exposures.get(id) ?? null,
    }));
    await ctx.tx.insertInto('releaseOccupationGroups').values(values).execute();
  }
  const occupationOf = new Map(occupations?.people.map(({ employeeId, groupId }) => [employeeId, groupId]));
  for (const batch of batches(people)) {
    const values = batch.map((person) => ({
      releaseId,
      employeeId: person.employeeId,
      groupId: person.groupId ?? '',
      levels: [...person.levels] as number[],
      targets: [...person.targets] as number[],
      ratings: [...(person.ratings ?? [])] as string[],
      holds: person.holds ? ([...person.holds] as number[]) : null,
      strengths: person.strengths ? ([...person.strengths] as number[]) : null,
      moves: movesColumn(person.moves),
      occupationGroup: occupationOf.get(person.employeeId) ?? null,
    }));
    await ctx.tx.insertInto('releasePeople').values(values).execute();
  }
}

type FrozenPerson = Omit<ReleasePerson, 'moves'> & {
  readonly occupationGroup: string | null;
  readonly movesOfQuarter: readonly number[] | null;
};

/** The frozen trees and people of a release. */
export async function listReleaseFacts(ctx: TenantContext, releaseId: string): Promise<FrozenRelease> {
  const groups = await ctx.tx
    .selectFrom('releaseGroups')
    .select(['groupId as id', 'parentId', 'name'])
    .where('releaseId', '=', releaseId)
    .orderBy('groupId')
    .execute();
  const occupationGroups = await ctx.tx
    .selectFrom('releaseOccupationGroups')
    .select(['groupId as id', 'parentId', 'name', 'exposure'])
    .where('releaseId', '=', releaseId)
    .orderBy('groupId')
    .execute();
  const rows = (await ctx.tx
    .selectFrom('releasePeople')
    .select([
      'employeeId',
      'groupId',
      'levels',
      'targets',
      'ratings',
      'holds',
      'strengths',
      'occupationGroup',
    ])
    .select('moves as movesOfQuarter')
    .where('releaseId', '=', releaseId)
    .orderBy('employeeId')
    .execute()) as unknown as FrozenPerson[];
  const exposures = new Map(occupationGroups.map(({ id, exposure }) => [id, exposure]));
  const people = rows.map(({ occupationGroup, movesOfQuarter, ...person }) => ({
    ...person,
    moves: readMoves(movesOfQuarter),
    exposure: exposures.get(occupationGroup ?? '') ?? null,
  }));
  if (occupationGroups.length === 0) return { groups, people, occupations: null };
  const byOccupation = people.map((person, index) => ({
    ...person,
    groupId: rows[index]?.occupationGroup ?? null,
  }));
  const trees = occupationGroups.map(({ id, parentId, name }) => ({ id, parentId, name }));
  return { groups, people, occupations: { groups: trees, people: byOccupation } };
}
