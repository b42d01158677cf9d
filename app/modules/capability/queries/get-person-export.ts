import type { Database } from '#db/database';
import type { TenantContext } from '#db/tenancy';
import { listBlindRatings } from '~/modules/assessments/queries/list-blind-ratings';
import { listCalibrationsOfPerson } from '~/modules/assessments/queries/list-calibrations-of-person';
import { listContestsOfPerson } from '~/modules/assessments/queries/list-contests-of-person';
import { listCyclesOfPerson } from '~/modules/assessments/queries/list-cycles-of-person';
import { listObservationsOfPerson } from '~/modules/assessments/queries/list-observations-of-person';
import { listRecordOfPerson } from '~/modules/assessments/queries/list-record-of-person';
import { listReexpressionsOfPerson } from '~/modules/assessments/queries/list-reexpressions-of-person';
import { byRight } from '~/modules/organizations/domain/audit/entry-in-words';
import type { Reach } from '~/modules/organizations/domain/permissions';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import { getAccountRecord } from '~/modules/organizations/queries/get-account-record';
import { findUserOfEmployee } from '~/modules/people/queries/find-user-of-employee';
import { getPersonHistory } from '~/modules/people/queries/get-person-history';
import { listViewsOfPerson } from '~/modules/people/queries/list-views-of-person';
import { NotFound } from '~/shared/errors';
import { listSavedViewRows } from '../data/saved-views';
import { getProfile } from './get-profile';

const EVERY_VIEW = 100_000;

interface Question {
  readonly database: Database;
  readonly viewer: Viewer;
  /** all: of anybody; else of oneself alone. */
  readonly reach: Reach;
  readonly employeeId: string;
}

/**
 * What is kept about one person, as a file for the person: record, levels, every rating with its evidence, who saw them,
 * and how the person signs in. Others are told by role, never by name. Not in it: drafts of others, entries of the audit
 * log about anything but views, and what no reader can read (hashes, sealed keys). Views of the heatmap are in it only for
 * who kept them: private ones are nobody else's to read. The account is in it only when its
 * owner asks, by a sign-in of the account's own: it is no organization's. Throws NotFound for whoever may not have it.
 */
export async function getPersonExport(ctx: TenantContext, { database, viewer, reach, employeeId }: Question) {
  const own = viewer.employeeId === employeeId;
  if (!own && reach !== 'all') throw new NotFound('There is no such person in this organization.');
  const profile = await getProfile(ctx, { viewer, reach, key: { employeeId } });
  const { id } = profile.employee;
  const userId = await findUserOfEmployee(ctx, id);
  const seen = await listViewsOfPerson(ctx, { employeeId: id, userId, limit: EVERY_VIEW, before: null });
  const whole = own && viewer.method !== 'sso' && viewer.id === userId;
  const { organizationId } = ctx;
  const without = await listBlindRatings(ctx, viewer, id);
  return {
    format: 'cadre.person.1',
    exportedAt: ctx.now.toISOString(),
    ...(await getPersonHistory(ctx, id)),
    profile: {
      asOf: profile.asOf,
      dimensions: profile.dimensions.map(({ importedBy: _importer, ...dimension }) => dimension),
      fit: profile.fit,
    },
    assessments: await listRecordOfPerson(ctx, id, without),
    observations: (await listObservationsOfPerson(ctx, id, profile.asOf)).map(
      ({ dimension, observedOn, event, outcome, note }) => ({
        ...{ dimension, observedOn, event, outcome, note },
      }),
    ),
    ...(await settledOf(ctx, id, without)),
    cycles: await listCyclesOfPerson(ctx, id),
    contests: (await listContestsOfPerson(ctx, viewer, { employeeId: id, day: profile.asOf })).map(
      ({ dimension, statement, state, remedy, answer, openedAt, endedAt }) => ({
        ...{ dimension, statement, state, remedy, answer, openedAt, endedAt },
      }),
    ),
    savedViews: own && userId !== null ? await savedViewsOf(ctx, userId) : [],
    signIn: userId === null ? null : await getAccountRecord(database, { organizationId, userId, whole }),
    seenBy: seen.views.map(({ at, actor, role, reach: by }) => ({
      at,
      by: actor.kind === 'user' ? byRight(role, by) : actor.kind,
    })),
  };
}

async function savedViewsOf(ctx: TenantContext, userId: string) {
  const views = await listSavedViewRows(ctx, userId);
  return views
    .filter(({ savedBy }) => savedBy === userId)
    .map(({ name, search, shared, savedAt }) => ({ name, search, shared, savedAt: savedAt.toISOString() }));
}

/** Values that were settled with their reasons, and levels that are or were read in another version. */
async function settledOf(ctx: TenantContext, employeeId: string, without: ReadonlySet<string>) {
  const calibrations = await listCalibrationsOfPerson(ctx, employeeId);
  const reexpressions = await listReexpressionsOfPerson(ctx, employeeId, without);
  return {
    calibrations: calibrations.map(({ dimension, level, reason, decidedAt, replacedAt, undoneBy }) => ({
      ...{ dimension, level, reason, decidedAt, replacedAt, takenBack: undoneBy !== null },
    })),
    reexpressions: reexpressions.map(({ dimension, level, fromVersion, toVersion, appliedAt, undoneAt }) => ({
      ...{ dimension, level, fromVersion, toVersion, appliedAt, undoneAt },
    })),
  };
}
