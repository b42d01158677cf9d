import type { TenantContext } from '#db/tenancy';
import { listBlindRatings } from '~/modules/assessments/queries/list-blind-ratings';
import { listImportersOf } from '~/modules/assessments/queries/list-importers-of';
import { listOpenContests } from '~/modules/assessments/queries/list-open-contests';
import { DIMENSIONS, type Dimension } from '~/modules/frameworks/domain/dimension';
import type { Level } from '~/modules/frameworks/domain/level';
import type { Reach } from '~/modules/organizations/domain/permissions';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import { noteView } from '~/modules/organizations/queries/note-view';
import { type EmployeeKey, getEmployee } from '~/modules/people/queries/get-employee';
import { getTeamTree } from '~/modules/people/queries/get-team-tree';
import { InvalidInput, NotFound } from '~/shared/errors';
import { listProfiles, type StoredProfile } from '../data/profiles';
import type { MethodConstants } from '../domain/constants';
import { evidenceStrength } from '../domain/evidence-strength';
import { fitOf } from '../domain/fit';
import { mayReadPerson } from '../domain/individual-access';
import type { RaterKind } from '../domain/rating-fact';
import { computeProfiles } from './compute-profiles';
import { getIndividualAccess } from './get-individual-access';
import { getMethod, type Method } from './get-method';
import { titlesOf } from './titles-of';

export interface ProfileQuery {
  readonly viewer: Viewer;
  readonly reach: Reach;
  readonly key: EmployeeKey;
  /** A day that is over: valid then, as known now; not given: today. */
  readonly asOf?: string | undefined;
}

/**
 * A person's profile as a viewer with individual access today reads it. Throws NotFound for everybody else, InvalidInput
 * for a day to come.
 */
export async function getProfile(ctx: TenantContext, query: ProfileQuery) {
  const { viewer, reach, key } = query;
  const method = await getMethod(ctx);
  const { constants, today, timeZone } = method;
  const asOf = query.asOf ?? today;
  if (asOf > today) {
    throw new InvalidInput('The query is not right.', [
      { pointer: 'asOf', detail: `is a day to come (today is ${today}).` },
    ]);
  }
  const employee = await getEmployee(ctx, key, today);
  const { employeeId, employment } = employee;
  const access = await getIndividualAccess(ctx, viewer, { tree: await getTeamTree(ctx, today), day: today });
  if (!mayReadPerson(access, { employeeId, teamId: employment?.teamId ?? null })) {
    throw new NotFound('There is no such person in this organization.');
  }
  noteView(ctx, { viewer, reach, scope: { kind: 'person', person: employeeId } });
  const without = await listBlindRatings(ctx, viewer, employeeId);
  const { dimensions, computedAt } = await readDimensions(ctx, employeeId, { method, asOf, without });
  const then = asOf === today ? employee : await getEmployee(ctx, key, asOf);
  return {
    employee: {
      id: employeeId,
      externalId: employee.externalId,
      name: employee.name,
      title: then.employment?.title ?? null,
    },
    occupations: then.occupations.map(({ soc, roleBand, share }) => ({ soc, roleBand, share })),
    asOf,
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

type ProfileRow = Omit<StoredProfile, 'asOf' | 'formulaVersion'>;

interface Standing {
  readonly method: Method;
  readonly asOf: string;
  /** Assessments that the reader does not know yet (list-blind-ratings.ts). */
  readonly without: ReadonlySet<string>;
}

/**
 * Today's rows as they are stored; those of a day that is over, and those of a reader who does not know everything yet,
 * are computed from what is recorded.
 */
async function rowsOn(
  ctx: TenantContext,
  employeeId: string,
  { method, asOf, without }: Standing,
): Promise<ProfileRow[]> {
  if (asOf === method.today && without.size === 0) return listProfiles(ctx, [employeeId]);
  const computed = await computeProfiles(ctx, [employeeId], { method, asOf, without });
  return computed.map(({ isDefault, hasAcceptedEvidence, assessmentIds, ...row }) => ({
    ...row,
    assessmentIds: [...assessmentIds],
    defaultTarget: isDefault,
    acceptedEvidence: hasAcceptedEvidence,
    computedAt: ctx.now,
  }));
}

async function readDimensions(ctx: TenantContext, employeeId: string, on: Parameters<typeof rowsOn>[2]) {
  const rows = await rowsOn(ctx, employeeId, on);
  const byDimension = new Map(rows.map((row) => [row.dimension, row]));
  const options: ViewOptions = {
    constants: on.method.constants,
    asOf: on.asOf,
    importers: await listImportersOf(
      ctx,
      rows.flatMap((row) => row.assessmentIds),
    ),
    titles: await titlesOf(
      ctx,
      rows.map((row) => row.ratedAs),
    ),
  };
  const contested = new Set((await listOpenContests(ctx, [employeeId])).map((one) => one.dimension));
  const moments = rows.map((row) => row.computedAt.toISOString()).sort();
  return {
    dimensions: DIMENSIONS.map((dimension) => ({
      ...dimensionView(dimension, byDimension.get(dimension), options),
      contested: contested.has(dimension),
    })),
    computedAt: moments.at(-1) ?? null,
  };
}

interface ViewOptions {
  readonly constants: MethodConstants;
  readonly asOf: string;
  /** By assessment. */
  readonly importers: ReadonlyMap<string, string>;
  /** Of occupations, by code. */
  readonly titles: Readonly<Record<string, string>>;
}

function dimensionView(
  dimension: Dimension,
  row: ProfileRow | undefined,
  { constants, asOf, importers, titles }: ViewOptions,
) {
  const importedBy = [...new Set((row?.assessmentIds ?? []).flatMap((id) => importers.get(id) ?? []))].sort();
  const strength =
    row?.assessedOn && row.strengthTrust !== null
      ? evidenceStrength({ assessedOn: row.assessedOn, strengthTrust: row.strengthTrust }, asOf, constants)
      : null;
  return {
    dimension,
    level: (row?.level ?? null) as Level | null,
    strength,
    recheckOn: row?.recheckOn ?? null,
    rater: (row?.raterKind ?? null) as RaterKind | null,
    ...(row?.ratedAs ? { ratedAs: row.ratedAs, ratedAsTitle: titles[row.ratedAs] ?? row.ratedAs } : {}),
    ...(importedBy.length > 0 ? { importedBy: importedBy.join(', ') } : {}),
    frameworkVersion: row?.frameworkVersion ?? null,
    assessedOn: row?.assessedOn ?? null,
    target: (row?.target ?? null) as Level | null,
    weight: row?.weight ?? null,
    defaultTarget: row?.defaultTarget ?? false,
    critical: row?.criticalLevel !== null && row?.criticalLevel !== undefined,
    gap: row?.gap ?? null,
    selfManagerDifference: row?.selfManagerDifference ?? null,
  };
}
