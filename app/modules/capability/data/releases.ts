import type { TenantContext } from '#db/tenancy';
import type { ReleaseFacts, ReleasePerson } from '../domain/suppression/release-facts';

export interface ReleaseRow {
  readonly releaseId: string;
  readonly sequence: number;
  readonly asOf: string;
  readonly reason: string;
  readonly suppressionK: number;
  readonly madeAt: Date;
}

/** The columns of a ReleaseRow. */
export const RELEASE_COLUMNS = [
  'releases.releaseId',
  'releases.sequence',
  'releases.asOf',
  'releases.reason',
  'releases.suppressionK',
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
  return ctx.tx.selectFrom('releases').select(RELEASE_COLUMNS).orderBy('sequence', 'desc').executeTakeFirst();
}

export interface NewRelease extends ReleaseRow {
  readonly formulaVersion: string;
}

export async function insertRelease(ctx: TenantContext, release: NewRelease): Promise<void> {
  await ctx.tx.insertInto('releases').values(release).execute();
}

const BATCH = 1_000;

/** Freezes the tree and the people of a release. */
export async function insertReleaseFacts(
  ctx: TenantContext,
  releaseId: string,
  facts: ReleaseFacts,
): Promise<void> {
  for (let start = 0; start < facts.groups.length; start += BATCH) {
    const values = facts.groups
      .slice(start, start + BATCH)
      .map(({ id, parentId, name }) => ({ releaseId, groupId: id, parentId, name }));
    await ctx.tx.insertInto('releaseGroups').values(values).execute();
  }
  for (let start = 0; start < facts.people.length; start += BATCH) {
    const values = facts.people.slice(start, start + BATCH).map((person) => ({
      releaseId,
      employeeId: person.employeeId,
      groupId: person.groupId ?? '',
      levels: [...person.levels] as number[],
      targets: [...person.targets] as number[],
      ratings: [...(person.ratings ?? [])] as string[],
    }));
    await ctx.tx.insertInto('releasePeople').values(values).execute();
  }
}

/** The frozen tree and people of a release. */
export async function listReleaseFacts(ctx: TenantContext, releaseId: string): Promise<ReleaseFacts> {
  const groups = await ctx.tx
    .selectFrom('releaseGroups')
    .select(['groupId as id', 'parentId', 'name'])
    .where('releaseId', '=', releaseId)
    .orderBy('groupId')
    .execute();
  const people = await ctx.tx
    .selectFrom('releasePeople')
    .select(['employeeId', 'groupId', 'levels', 'targets', 'ratings'])
    .where('releaseId', '=', releaseId)
    .orderBy('employeeId')
    .execute();
  return { groups, people: people as unknown as ReleasePerson[] };
}
