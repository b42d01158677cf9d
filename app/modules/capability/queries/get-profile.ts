import type { TenantContext } from '#db/tenancy';
import { DIMENSIONS, type Dimension } from '~/modules/frameworks/domain/dimension';
import type { Level } from '~/modules/frameworks/domain/level';
import type { Reach } from '~/modules/organizations/domain/permissions';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import { noteView } from '~/modules/organizations/queries/note-view';
import { type EmployeeKey, getEmployee } from '~/modules/people/queries/get-employee';
import { getTeamTree } from '~/modules/people/queries/get-team-tree';
import { NotFound } from '~/shared/errors';
import { listProfiles, type StoredProfile } from '../data/profiles';
import type { MethodConstants } from '../domain/constants';
import { evidenceStrength } from '../domain/evidence-strength';
import { fitOf } from '../domain/fit';
import { mayReadPerson } from '../domain/individual-access';
import type { RaterKind } from '../domain/rating-fact';
import { getIndividualAccess } from './get-individual-access';
import { getMethod } from './get-method';

export interface ProfileQuery {
  readonly viewer: Viewer;
  readonly reach: Reach;
  readonly key: EmployeeKey;
}

/** A person's profile as a viewer with individual access reads it. Throws NotFound for everybody else. */
export async function getProfile(ctx: TenantContext, { viewer, reach, key }: ProfileQuery) {
  const { constants, today, timeZone } = await getMethod(ctx);
  const employee = await getEmployee(ctx, key, today);
  const { employeeId, employment } = employee;
  const access = await getIndividualAccess(ctx, viewer, { tree: await getTeamTree(ctx, today), day: today });
  if (!mayReadPerson(access, { employeeId, teamId: employment?.teamId ?? null })) {
    throw new NotFound('There is no such person in this organization.');
  }
  noteView(ctx, { viewer, reach, scope: { kind: 'person', person: employeeId } });
  const stored = new Map((await listProfiles(ctx, [employeeId])).map((row) => [row.dimension, row]));
  const rows = [...stored.values()];
  const computedAt =
    rows
      .map((row) => row.computedAt.toISOString())
      .sort()
      .at(-1) ?? null;
  const dimensions = DIMENSIONS.map((dimension) =>
    dimensionView(dimension, stored.get(dimension), { constants, today }),
  );
  return {
    employee: {
      id: employeeId,
      externalId: employee.externalId,
      name: employee.name,
      title: employment?.title ?? null,
    },
    occupations: employee.occupations.map(({ soc, roleBand, share }) => ({ soc, roleBand, share })),
    asOf: today,
    timeZone,
    computedAt,
    dimensions,
    fit: fitOf(
      dimensions.flatMap(({ level, target, weight }) =>
        target === null ? [] : [{ level, target, weight: weight ?? 1 }],
      ),
      constants,
    ),
  };
}

function dimensionView(
  dimension: Dimension,
  row: StoredProfile | undefined,
  { constants, today }: { readonly constants: MethodConstants; readonly today: string },
) {
  const strength =
    row?.assessedOn && row.strengthTrust !== null
      ? evidenceStrength({ assessedOn: row.assessedOn, strengthTrust: row.strengthTrust }, today, constants)
      : null;
  return {
    dimension,
    level: (row?.level ?? null) as Level | null,
    strength,
    recheckOn: row?.recheckOn ?? null,
    rater: (row?.raterKind ?? null) as RaterKind | null,
    ...(row?.ratedAs ? { ratedAs: row.ratedAs } : {}),
    assessedOn: row?.assessedOn ?? null,
    target: (row?.target ?? null) as Level | null,
    weight: row?.weight ?? null,
    defaultTarget: row?.defaultTarget ?? false,
    critical: row?.criticalLevel !== null && row?.criticalLevel !== undefined,
    gap: row?.gap ?? null,
    selfManagerDifference: row?.selfManagerDifference ?? null,
  };
}
