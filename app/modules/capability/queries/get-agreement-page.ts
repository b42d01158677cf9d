import type { TenantContext } from '#db/tenancy';
import { type Agreement, agreementOf } from '~/modules/assessments/domain/agreement';
import { KIND_PAIRS, pairsOfKinds, pairsOfRaters } from '~/modules/assessments/domain/rater-pairs';
import { type RaterLevel, severities } from '~/modules/assessments/domain/severity';
import { calibratedPeople } from '~/modules/assessments/queries/calibration-rights';
import { getCalibrationCycle } from '~/modules/assessments/queries/get-calibration-cycle';
import { type CycleRating, listCycleRatings } from '~/modules/assessments/queries/list-cycle-ratings';
import { DIMENSIONS } from '~/modules/frameworks/domain/dimension';
import type { Reach } from '~/modules/organizations/domain/permissions';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import { noteView } from '~/modules/organizations/queries/note-view';
import { listPeopleNames } from '~/modules/people/queries/list-people-names';
import { getMethod } from './get-method';

interface Question {
  readonly viewer: Viewer;
  /** Of cycles:run. */
  readonly reach: Reach;
  readonly cycleId: string;
}

/** Raters of one kind who are told together. */
const ALL_SELF = 'self';
const ALL_PEERS = 'peers';
const UNNAMED = 'unnamed';

/**
 * How far the raters of a cycle agree, and how severe each is, over the people whose ratings the viewer may settle.
 * Whoever rates oneself is told together, and so are anonymous peers; nothing is told before the cycle is closed.
 */
export async function getAgreementPage(ctx: TenantContext, { viewer, reach, cycleId }: Question) {
  const cycle = await getCalibrationCycle(ctx, cycleId);
  const isReadable = cycle.state !== 'draft' && cycle.state !== 'open';
  const { today } = await getMethod(ctx);
  const all = isReadable ? await listCycleRatings(ctx, cycleId, { employeeIds: null, apart: false }) : [];
  const people = [...new Set(all.map(({ employeeId }) => employeeId))];
  const allowed = await calibratedPeople(ctx, viewer, { people, day: today });
  const ratings = all.filter(
    ({ employeeId, raterKind }) =>
      raterKind !== 'calibrated' &&
      employeeId !== viewer.employeeId &&
      (allowed === null || allowed.has(employeeId)),
  );
  const isNamed = (one: CycleRating) =>
    one.raterKind === 'manager' || (one.raterKind === 'peer' && !cycle.peersAnonymous);
  const pairs = pairsOfRaters(ratings.filter(isNamed));
  const severe = severities(ratings.map((one) => levelOf(one, isNamed(one))));
  const shown = [...new Set(ratings.map(({ employeeId }) => employeeId))].sort().slice(0, 1_000);
  if (shown.length > 0)
    noteView(ctx, { viewer, reach, scope: { kind: 'people', team: null, people: shown } });
  const names = await listPeopleNames(ctx, [
    ...pairs.flatMap(({ first, second }) => [first, second]),
    ...severe.map(({ rater }) => rater).filter((rater) => /^[0-9a-f-]{36}$/u.test(rater)),
  ]);
  const nameOf = (rater: string) => WORDS[rater] ?? names.get(rater) ?? 'Somebody who is gone';
  return {
    ...{ cycle: { cycleId, name: cycle.name }, isReadable, ratings: ratings.length },
    kinds: KIND_PAIRS.map((pair) => ({ pair, rows: rowsOf(ratings, pair) })),
    raters: pairs.map(({ first, second, pairs: rated }) => ({
      ...{ key: `${first} ${second}`, names: `${nameOf(first)} and ${nameOf(second)}` },
      ...agreementOf(rated),
    })),
    severities: severe
      .map(({ rater, ...one }) => ({ key: rater, name: nameOf(rater), ...one }))
      .sort((a, b) => Math.abs(b.difference) - Math.abs(a.difference) || (a.key < b.key ? -1 : 1)),
  };
}

const WORDS: Readonly<Record<string, string>> = {
  [ALL_SELF]: 'All who rate themselves',
  [ALL_PEERS]: 'All peers',
  [UNNAMED]: 'Managers whom a file does not name',
};

function levelOf(
  { employeeId, dimension, level, raterId, raterKind }: CycleRating,
  named: boolean,
): RaterLevel {
  const together = raterKind === 'self' ? ALL_SELF : raterKind === 'peer' ? ALL_PEERS : UNNAMED;
  return { employeeId, dimension, level, rater: named && raterId !== null ? raterId : together };
}

function rowsOf(ratings: readonly CycleRating[], pair: (typeof KIND_PAIRS)[number]) {
  const pairs = pairsOfKinds(ratings, pair);
  return DIMENSIONS.flatMap((dimension): ({ dimension: typeof dimension } & Agreement)[] => {
    const own = pairs.get(dimension);
    return own ? [{ dimension, ...agreementOf(own) }] : [];
  });
}
