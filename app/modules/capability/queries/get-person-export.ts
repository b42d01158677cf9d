import type { TenantContext } from '#db/tenancy';
import { listRecordOfPerson } from '~/modules/assessments/queries/list-record-of-person';
import { byRight } from '~/modules/organizations/domain/audit/entry-in-words';
import type { Reach } from '~/modules/organizations/domain/permissions';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import { findUserOfEmployee } from '~/modules/people/queries/find-user-of-employee';
import { getPersonHistory } from '~/modules/people/queries/get-person-history';
import { listViewsOfPerson } from '~/modules/people/queries/list-views-of-person';
import { NotFound } from '~/shared/errors';
import { getProfile } from './get-profile';

const EVERY_VIEW = 100_000;

interface Question {
  readonly viewer: Viewer;
  /** all: of anybody; else of oneself alone. */
  readonly reach: Reach;
  readonly employeeId: string;
}

/**
 * Everything that is kept about one person, as a file for the person: record, levels, every rating with its evidence,
 * and who saw them. Others are told by role, never by name. Throws NotFound for whoever may not have it.
 */
export async function getPersonExport(ctx: TenantContext, { viewer, reach, employeeId }: Question) {
  const own = viewer.employeeId === employeeId;
  if (!own && reach !== 'all') throw new NotFound('There is no such person in this organization.');
  const profile = await getProfile(ctx, { viewer, reach, key: { employeeId } });
  const { id } = profile.employee;
  const userId = await findUserOfEmployee(ctx, id);
  const seen = await listViewsOfPerson(ctx, { employeeId: id, userId, limit: EVERY_VIEW, before: null });
  return {
    format: 'cadre.person.1',
    exportedAt: ctx.now.toISOString(),
    ...(await getPersonHistory(ctx, id)),
    profile: {
      asOf: profile.asOf,
      dimensions: profile.dimensions.map(({ importedBy: _importer, ...dimension }) => dimension),
      fit: profile.fit,
    },
    assessments: await listRecordOfPerson(ctx, id),
    seenBy: seen.views.map(({ at, actor, role, reach: by }) => ({
      at,
      by: actor.kind === 'user' ? byRight(role, by) : actor.kind,
    })),
  };
}
