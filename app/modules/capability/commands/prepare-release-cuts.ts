import { createHash } from 'node:crypto';
import type { TenantContext } from '#db/tenancy';
import type { ReleaseReader } from '~/modules/organizations/queries/list-release-readers';
import { findEmployeeIdOfUser } from '~/modules/people/queries/find-employee-of-user';
import { getTeamTree } from '~/modules/people/queries/get-team-tree';
import { listPeopleIdsOfTeams } from '~/modules/people/queries/list-people-ids-of-teams';
import type { DayText } from '~/shared/calendar-day';
import {
  BASE_CUT,
  findCut,
  hasCut,
  insertAssignments,
  insertCut,
  listAssignedReleases,
  lockCuts,
} from '../data/release-cuts';
import type { ReleaseRow } from '../data/releases';
import { mayReadPerson, readsNobody } from '../domain/individual-access';
import type { LastRead } from '../domain/suppression/read-ratings';
import { viewerKeyOf } from '../domain/viewer-key';
import { getIndividualAccess, type Reader } from '../queries/get-individual-access';
import { getMethod } from '../queries/get-method';
import { listLastRead } from '../queries/list-last-read';
import { listPeopleKnown } from '../queries/list-people-known';
import { cutInSteps } from './cut-in-steps';
import { type FactsReader, listTrees } from './release-history';

export interface PreparedCuts {
  /** Releases that the viewer was given a cut of. */
  readonly given: number;
  /** Cuts that had to be computed: at most one in a transaction. */
  readonly computed: number;
  /** Releases still without a cut for the viewer: call again. */
  readonly remaining: number;
}

interface Known {
  readonly reader: Reader;
  /** Whom the viewer may read one by one today, whatever their status, and whose levels the viewer knows else. */
  readonly people: ReadonlySet<string>;
  readonly nobody: boolean;
  /** When the viewer could last read whom. */
  readonly lastRead: LastRead;
}

/**
 * Gives a viewer a cut of the releases without one, oldest first, each against the viewer's cut of the release before
 * and with the individual access of now (method.md 9.4, 9.5). A cut once given stays: another access counts from the
 * next release on. Viewers with the same history of access share the cut.
 */
export async function prepareReleaseCuts(
  ctx: TenantContext,
  viewer: ReleaseReader,
  factsOf: FactsReader,
): Promise<PreparedCuts> {
  await lockCuts(ctx);
  const { today } = await getMethod(ctx);
  const viewerKey = viewerKeyOf(viewer);
  const releases = await listAssignedReleases(ctx, viewerKey, today);
  const first = releases.findIndex((release) => release.cutKey === null);
  if (first < 0) return { given: 0, computed: 0, remaining: 0 };
  const known = await listKnown(ctx, viewer, today);
  let before = releases[first - 1] ?? null;
  let computed = 0;
  let given = 0;
  for (const release of releases.slice(first)) {
    const leftOut = known.nobody ? [] : await listLeftOut(ctx, known, { release, factsOf });
    const lastRead = lastReadOf(known, leftOut, today);
    const cutKey = cutKeyOf(before?.cutKey ?? BASE_CUT, { leftOut, lastRead });
    if (!(await hasCut(ctx, release.releaseId, cutKey))) {
      if (computed > 0) break;
      await addCut(ctx, { release, before, cutKey, leftOut, lastRead, factsOf });
      computed += 1;
    }
    await insertAssignments(ctx, viewerKey, [{ releaseId: release.releaseId, cutKey }]);
    before = { ...release, cutKey };
    given += 1;
  }
  return { given, computed, remaining: releases.length - first - given };
}

async function listKnown(ctx: TenantContext, viewer: ReleaseReader, today: string): Promise<Known> {
  const employeeId = viewer.kind === 'user' ? await findEmployeeIdOfUser(ctx, viewer.id) : null;
  const reader: Reader = { role: viewer.role, teamScope: viewer.teamScope, employeeId };
  const access = await getIndividualAccess(ctx, reader, { tree: await getTeamTree(ctx, today), day: today });
  const inTeams = await listPeopleIdsOfTeams(ctx, [...access.teams], today);
  const known = await listPeopleKnown(ctx, reader, today);
  return {
    reader,
    people: new Set([...access.people, ...inTeams, ...known]),
    nobody: readsNobody(access) && known.size === 0 && reader.teamScope.length === 0,
    lastRead: await listLastRead(ctx, { viewer, employeeId, day: today }),
  };
}

/** People of the release whom the viewer may read now, or might have as the teams stood in the release itself. */
async function listLeftOut(
  ctx: TenantContext,
  { reader, people }: Known,
  { release, factsOf }: { readonly release: ReleaseRow; readonly factsOf: FactsReader },
): Promise<string[]> {
  const facts = await factsOf(ctx, release.releaseId);
  const tree = facts.groups.map(({ id, parentId }) => ({ teamId: id, parentId }));
  const then = await getIndividualAccess(ctx, reader, { tree, day: release.asOf });
  const known = await listPeopleKnown(ctx, reader, release.asOf);
  return facts.people
    .filter(
      ({ employeeId, groupId }) =>
        people.has(employeeId) ||
        known.has(employeeId) ||
        mayReadPerson(then, { employeeId, teamId: groupId }),
    )
    .map((person) => person.employeeId)
    .sort();
}

interface NewCut {
  readonly release: ReleaseRow;
  readonly before: (ReleaseRow & { readonly cutKey: string | null }) | null;
  readonly cutKey: string;
  readonly leftOut: readonly string[];
  readonly lastRead: LastRead;
  readonly factsOf: FactsReader;
}

async function addCut(
  ctx: TenantContext,
  { release, before, cutKey, leftOut, lastRead, factsOf }: NewCut,
): Promise<void> {
  const { releaseId, asOf, suppressionK, aiUseTree } = release;
  const previous = before
    ? ((await findCut(ctx, before.releaseId, before.cutKey ?? BASE_CUT)) ?? null)
    : null;
  const facts = await factsOf(ctx, releaseId);
  const cut = await cutInSteps({
    release: { id: releaseId, day: asOf },
    trees: await listTrees(ctx, { facts, previous, aiUseTree, factsOf }),
    k: suppressionK,
    individualAccess: new Set(leftOut),
    lastRead,
    previous,
  });
  await insertCut(ctx, { releaseId, cutKey, cut });
}

/** After every rating. */
const STILL_READ = '9999-12-31';

/** Those of whom something could be read who are not left out, in a fixed order; who is read today has no last day. */
function lastReadOf({ lastRead }: Known, leftOut: readonly string[], today: DayText): LastRead {
  const out = new Set(leftOut);
  const others = [...lastRead].filter(([id]) => !out.has(id)).sort(([a], [b]) => (a < b ? -1 : 1));
  return new Map(others.map(([id, last]) => [id, last >= today ? STILL_READ : last]));
}

/**
 * The base cut for who could read nobody so far; else the same text for the same people left out of each release, and
 * the same who could be read until the same days.
 */
function cutKeyOf(
  before: string,
  { leftOut, lastRead }: { readonly leftOut: readonly string[]; readonly lastRead: LastRead },
): string {
  if (before === BASE_CUT && leftOut.length + lastRead.size === 0) return BASE_CUT;
  const read = lastRead.size === 0 ? [] : [[...lastRead]];
  return createHash('sha256')
    .update(JSON.stringify([before, leftOut, ...read]))
    .digest('hex');
}
