import type { TenantContext } from '#db/tenancy';
import { listRatingFacts } from '~/modules/assessments/queries/list-rating-facts';
import { listIncumbentTargets } from '~/modules/people/queries/list-incumbent-targets';
import { listOccupationsAsOf } from '~/modules/people/queries/list-occupations-as-of';
import { listWrittenTargets } from '~/modules/people/queries/list-written-targets';
import type { NewProfileRow } from '../data/profiles';
import { computeProfile } from '../domain/profile';
import { strengthUnits } from '../domain/strength-units';
import { personTargets, type WrittenProfile, type WrittenTarget } from '../domain/target';
import type { Method } from './get-method';

interface Options {
  readonly method: Pick<Method, 'constants' | 'instruments'>;
  /** Valid then, as known now. */
  readonly asOf: string;
  /** Assessments that are left out, as if they were not in. */
  readonly without?: ReadonlySet<string>;
}

/** The profiles of these people on a day, from what is recorded; twelve rows each, nothing is stored. */
export async function computeProfiles(
  ctx: TenantContext,
  employeeIds: readonly string[],
  { method, asOf, without }: Options,
): Promise<NewProfileRow[]> {
  const { constants, instruments } = method;
  const [facts, occupations, written, ofPosts] = [
    await listRatingFacts(ctx, employeeIds),
    await listOccupationsAsOf(ctx, employeeIds, asOf),
    await listWrittenTargets(ctx, asOf),
    await listIncumbentTargets(ctx, employeeIds, asOf),
  ];
  const counted = without ? facts.filter((fact) => !without.has(fact.assessmentId)) : facts;
  const factsOf = Map.groupBy(counted, (fact) => fact.employeeId);
  const occupationsOf = Map.groupBy(occupations, (occupation) => occupation.employeeId);
  const profiles = new Map<string, WrittenProfile>(
    [...Map.groupBy(written, (row) => `${row.soc} ${row.roleBand}`)].map(([key, rows]) => [
      key,
      profileOf(rows),
    ]),
  );
  const postOf = Map.groupBy(ofPosts, (row) => row.employeeId);
  return employeeIds.flatMap((employeeId): NewProfileRow[] => {
    const own = occupationsOf.get(employeeId) ?? [];
    const post = postOf.get(employeeId);
    const targets = personTargets(own, {
      written: (soc, roleBand) => profiles.get(`${soc} ${roleBand}`),
      assessed: instruments,
      constants,
      ...(post ? { position: profileOf(post) } : {}),
    });
    const profile = computeProfile({
      facts: factsOf.get(employeeId) ?? [],
      targets,
      occupations: own,
      asOf,
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
}

type AskedRow = WrittenTarget & { readonly dimension: string };

function profileOf(rows: readonly AskedRow[]): WrittenProfile {
  return Object.fromEntries(
    rows.map(({ dimension, level, weight, critical }) => [dimension, { level, weight, critical }]),
  );
}
