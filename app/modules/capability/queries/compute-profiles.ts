import type { TenantContext } from '#db/tenancy';
import { listRatingFacts, type RatingFactOfPerson } from '~/modules/assessments/queries/list-rating-facts';
import { listIncumbentTargets } from '~/modules/people/queries/list-incumbent-targets';
import { listOccupationsAsOf } from '~/modules/people/queries/list-occupations-as-of';
import { listWrittenTargets } from '~/modules/people/queries/list-written-targets';
import type { NewProfileRow } from '../data/profiles';
import { computeProfile } from '../domain/profile';
import { strengthUnits } from '../domain/strength-units';
import { mainOccupation, personTargets, type WrittenProfile, type WrittenTarget } from '../domain/target';
import type { Method } from './get-method';

interface Options {
  readonly method: Pick<Method, 'constants' | 'instruments'>;
  /** Valid then, as known now. */
  readonly asOf: string;
  /** Assessments that are left out, as if they were not in. */
  readonly without?: ReadonlySet<string>;
}

/** One person computed on a day, with what it was computed from. */
export interface ComputedPerson {
  readonly employeeId: string;
  /** In the order of DIMENSIONS. */
  readonly rows: readonly NewProfileRow[];
  readonly facts: readonly RatingFactOfPerson[];
  /** The main occupation; null: none is confirmed. */
  readonly soc: string | null;
}

/** The profiles of these people on a day, from what is recorded; twelve rows each, nothing is stored. */
export async function computeProfiles(
  ctx: TenantContext,
  employeeIds: readonly string[],
  options: Options,
): Promise<NewProfileRow[]> {
  return (await computePeople(ctx, employeeIds, options)).flatMap(({ rows }) => rows);
}

/** The same, person by person. */
export async function computePeople(
  ctx: TenantContext,
  employeeIds: readonly string[],
  options: Options,
): Promise<ComputedPerson[]> {
  return computeFrom(await readPeople(ctx, employeeIds, options.asOf), options);
}

/** What the profiles of some people follow from on a day, as it is recorded. */
export interface PeopleRead {
  readonly employeeIds: readonly string[];
  readonly facts: readonly RatingFactOfPerson[];
  readonly occupations: Awaited<ReturnType<typeof listOccupationsAsOf>>;
  readonly written: Awaited<ReturnType<typeof listWrittenTargets>>;
  readonly ofPosts: Awaited<ReturnType<typeof listIncumbentTargets>>;
}

/** Reads it, all at once. */
export async function readPeople(
  ctx: TenantContext,
  employeeIds: readonly string[],
  asOf: string,
): Promise<PeopleRead> {
  const [facts, occupations, written, ofPosts] = await Promise.all([
    listRatingFacts(ctx, employeeIds),
    listOccupationsAsOf(ctx, employeeIds, asOf),
    listWrittenTargets(ctx, asOf),
    listIncumbentTargets(ctx, employeeIds, asOf),
  ]);
  return { employeeIds, facts, occupations, written, ofPosts };
}

/** Computes the people from what was read of them for the same day. */
export function computeFrom(
  { employeeIds, facts, occupations, written, ofPosts }: PeopleRead,
  { method, asOf, without }: Options,
): ComputedPerson[] {
  const { constants, instruments } = method;
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
  return employeeIds.map((employeeId): ComputedPerson => {
    const own = occupationsOf.get(employeeId) ?? [];
    const post = postOf.get(employeeId);
    const targets = personTargets(own, {
      written: (soc, roleBand) => profiles.get(`${soc} ${roleBand}`),
      assessed: instruments,
      constants,
      ...(post ? { position: profileOf(post) } : {}),
    });
    const known = factsOf.get(employeeId) ?? [];
    const profile = computeProfile({
      facts: known,
      targets,
      occupations: own,
      asOf,
      constants,
    });
    const rows = profile.map((row) => ({
      ...row,
      employeeId,
      strengthUnits:
        row.assessedOn === null || row.strengthTrust === null
          ? 0
          : strengthUnits(row.assessedOn, row.strengthTrust, constants),
    }));
    return { employeeId, rows, facts: known, soc: mainOccupation(own)?.soc ?? null };
  });
}

type AskedRow = WrittenTarget & { readonly dimension: string };

function profileOf(rows: readonly AskedRow[]): WrittenProfile {
  return Object.fromEntries(
    rows.map(({ dimension, level, weight, critical }) => [dimension, { level, weight, critical }]),
  );
}
