import type { TenantContext } from '#db/tenancy';
import { listRatingFacts } from '~/modules/assessments/queries/list-rating-facts';
import { listOccupationsAsOf } from '~/modules/people/queries/list-occupations-as-of';
import { listTeamsOfPeople } from '~/modules/people/queries/list-teams-of-people';
import { listWrittenTargets } from '~/modules/people/queries/list-written-targets';
import { type NewProfileRow, type ProfileStamp, upsertProfiles } from '../data/profiles';
import { computeProfile } from '../domain/profile';
import { strengthUnits } from '../domain/strength-units';
import { personTargets, type WrittenProfile } from '../domain/target';
import type { Method } from '../queries/get-method';

interface Options {
  readonly method: Method;
  readonly stamp: ProfileStamp;
}

/** Computes and stores the profiles of these people; returns the teams they are in on the day. */
export async function refreshProfiles(
  ctx: TenantContext,
  employeeIds: readonly string[],
  { method, stamp }: Options,
): Promise<readonly string[]> {
  if (employeeIds.length === 0) return [];
  const { constants } = method;
  const [facts, occupations, written, teams] = [
    await listRatingFacts(ctx, employeeIds),
    await listOccupationsAsOf(ctx, employeeIds, stamp.asOf),
    await listWrittenTargets(ctx, stamp.asOf),
    await listTeamsOfPeople(ctx, employeeIds, stamp.asOf),
  ];
  const factsOf = Map.groupBy(facts, (fact) => fact.employeeId);
  const occupationsOf = Map.groupBy(occupations, (occupation) => occupation.employeeId);
  const profiles = new Map<string, WrittenProfile>(
    [...Map.groupBy(written, (row) => `${row.soc} ${row.roleBand}`)].map(([key, rows]) => [
      key,
      Object.fromEntries(
        rows.map(({ dimension, level, weight, critical }) => [dimension, { level, weight, critical }]),
      ),
    ]),
  );
  const rows = employeeIds.flatMap((employeeId): NewProfileRow[] => {
    const own = occupationsOf.get(employeeId) ?? [];
    const targets = personTargets(own, {
      written: (soc, roleBand) => profiles.get(`${soc} ${roleBand}`),
      assessed: method.instruments,
      constants,
    });
    const profile = computeProfile({
      facts: factsOf.get(employeeId) ?? [],
      targets,
      occupations: own,
      asOf: stamp.asOf,
      constants,
    });
    return profile.map((row) => ({
      ...row,
      employeeId,
      strengthUnits:
        row.assessedOn === null || row.strengthTrust === null
          ? 0
          : strengthUnits(row.assessedOn, row.strengthTrust, constants),
    }));
  });
  await upsertProfiles(ctx, rows, stamp);
  return teams.map((row) => row.teamId);
}
