import { DIMENSIONS, type Dimension } from '~/modules/frameworks/domain/dimension';
import { addDays, dayNumber } from '~/shared/calendar-day';
import { createRandom } from '../random';
import { abilityOf, patternFor, seenLevel } from './abilities';
import type { AssessmentRow, Cycle, RaterKind } from './demo-organization';
import { EVIDENCE_NOTES } from './evidence';
import type { OrganizationSpec } from './organization-spec';
import type { Person } from './people';

/** Everything that the ratings of an organization are drawn from. */
interface RatingContext {
  readonly spec: OrganizationSpec;
  readonly today: string;
  readonly people: readonly Person[];
  readonly cycles: readonly [first: Cycle, second: Cycle];
}

interface Assessment {
  readonly person: Person;
  readonly rater: RaterKind;
  readonly raterId: string;
  readonly day: string;
  readonly round: 'first' | 'second';
}

/** Mean and spread of what a kind of rater sees, beside the ability. */
const RATER_ERROR: Readonly<Record<RaterKind, { readonly lean: number; readonly deviation: number }>> = {
  self: { lean: 0.32, deviation: 0.3 },
  manager: { lean: 0, deviation: 0.25 },
  peer: { lean: 0.1, deviation: 0.35 },
  calibrated: { lean: -0.05, deviation: 0.1 },
};
const UNKNOWN_SHARE = 0.052;
const UNSURE_SHARE = 0.012;
const EVIDENCE_SHARE = 0.012;

function worksOn(person: Person, day: string): boolean {
  return person.startedOn <= day && (person.endedOn === null || person.endedOn >= day);
}

/** The nearest person above who worked on the day. */
function raterAbove(person: Person, day: string, people: readonly Person[]): Person | null {
  const manager = people.find((one) => one.id === person.managerId) ?? null;
  return manager === null || worksOn(manager, day) ? manager : raterAbove(manager, day, people);
}

/** Nobody can rate the person in the dimension: too little was seen, in both cycles. */
function isUnknown(person: Person, dimension: Dimension, { spec }: RatingContext): boolean {
  const pattern = patternFor(person, dimension, spec.patterns);
  if (pattern !== null) return false;
  const hard = spec.hardToRate;
  if (hard?.team === person.seat.teamPath && hard.dimensions.includes(dimension)) {
    return (person.seat.index + hard.dimensions.indexOf(dimension)) % 2 === 0;
  }
  return createRandom(`${spec.slug}:${person.id}:${dimension}:unknown`).chance(UNKNOWN_SHARE);
}

/** Who rates a person in a cycle; people who missed the second one are known from the first alone. */
function ratersOf(person: Person, round: Assessment['round'], spec: OrganizationSpec): readonly RaterKind[] {
  const random = createRandom(`${spec.slug}:${person.id}:raters`);
  const [missesSecond, onlySelf] = [random.chance(0.055), random.chance(0.5)];
  const [firstSelf, secondSelf] = [random.chance(0.62), random.chance(0.74)];
  const [firstManager, secondManager] = [random.chance(0.9), random.chance(0.96)];
  const certain = spec.patterns.some((pattern) => patternFor(person, 'mastery', [pattern]) !== null);
  if (certain) return round === 'first' && !firstSelf ? ['manager'] : ['self', 'manager'];
  if (person.status === 'leave' || missesSecond) {
    if (round === 'second') return [];
    return onlySelf ? ['self'] : ['self', 'manager'];
  }
  const [self, manager] = round === 'first' ? [firstSelf, firstManager] : [secondSelf, secondManager];
  const kinds: RaterKind[] = manager ? ['manager'] : [];
  return self || !manager ? ['self', ...kinds] : kinds;
}

function dayIn(cycle: Cycle, seed: string): string {
  const length = dayNumber(cycle.closesOn) - dayNumber(cycle.opensOn);
  return addDays(cycle.opensOn, createRandom(seed).integer(1, length - 1));
}

/** Three colleagues of the same team, the next in the circle of its members. */
function peersOf(person: Person, day: string, { spec, people }: RatingContext): readonly Person[] {
  if (!spec.peerTeams.includes(person.seat.teamPath) || person.seat.isHead) return [];
  const team = people.filter(
    (one) => one.seat.teamPath === person.seat.teamPath && !one.seat.isHead && worksOn(one, day),
  );
  const place = team.indexOf(person);
  return [1, 2, 3].flatMap((step) => team[(place + step) % team.length] ?? []);
}

/** The assessments of one person in one cycle: self, manager, peers, calibration, as far as each took place. */
function assessmentsOf(
  person: Person,
  round: Assessment['round'],
  context: RatingContext,
): readonly Assessment[] {
  const { spec, people, cycles } = context;
  const cycle = cycles[round === 'first' ? 0 : 1];
  const kinds = ratersOf(person, round, spec);
  const found: Assessment[] = [];
  const add = (rater: RaterKind, by: Person | null | undefined, day: string): void => {
    if (by && worksOn(person, day) && worksOn(by, day)) {
      found.push({ person, rater, raterId: by.id, day, round });
    }
  };
  const selfDay = dayIn(cycle, `${spec.slug}:${person.id}:${round}:self`);
  const managerDay = dayIn(cycle, `${spec.slug}:${person.id}:${round}:manager`);
  if (kinds.includes('self') || person.managerId === null) add('self', person, selfDay);
  if (kinds.includes('manager')) add('manager', raterAbove(person, managerDay, people), managerDay);
  if (round === 'second') {
    const peerDay = addDays(cycle.closesOn, -3);
    for (const peer of peersOf(person, peerDay, context)) add('peer', peer, peerDay);
    if (spec.calibratedRoles.includes(person.seat.role)) {
      add(
        'calibrated',
        people.find((one) => one.seat.role === 'people_partner'),
        cycle.closesOn,
      );
    }
  }
  return found;
}

/** The lines of one assessment; a dimension that nobody can rate is left out or, half the time, `?`. */
function rowsOf(assessment: Assessment, context: RatingContext): readonly AssessmentRow[] {
  const { person, rater, raterId, day, round } = assessment;
  const { spec, cycles } = context;
  const seed = `${spec.slug}:${person.id}:${round}:${rater}:${raterId}`;
  const lean = rater === 'manager' ? createRandom(`${spec.slug}:${raterId}:lean`).normal(0, 0.08) : 0;
  const occupation = (round === 'first' ? person.formerOccupation : null) ?? person.occupation ?? '';
  return DIMENSIONS.flatMap((dimension): AssessmentRow[] => {
    const random = createRandom(`${seed}:${dimension}`);
    const unknown = isUnknown(person, dimension, context);
    if (unknown && (rater !== 'manager' || random.chance(0.5))) return [];
    const pattern = patternFor(person, dimension, spec.patterns);
    const error = RATER_ERROR[rater];
    const level = seenLevel(
      abilityOf(person, dimension, context)[round],
      { random, lean: error.lean + lean, deviation: error.deviation },
      { pattern: rater === 'self' && pattern?.cap !== undefined ? null : pattern, index: person.seat.index },
    );
    const unsure = unknown || (rater === 'manager' && pattern === null && random.chance(UNSURE_SHARE));
    const notes = EVIDENCE_NOTES[dimension];
    const told = rater === 'manager' && round === 'second' && !unsure && level >= 2;
    return [
      {
        employee_external_id: person.id,
        rater,
        rater_external_id: raterId,
        assessed_on: day,
        occupation,
        dimension,
        level: unsure ? '?' : String(level),
        evidence: told && notes && random.chance(EVIDENCE_SHARE) ? random.pick(notes) : '',
        cycle: cycles[round === 'first' ? 0 : 1].name,
      },
    ];
  });
}

/** All ratings of an organization as lines of the long CSV, by person, cycle, rater and dimension. */
export function ratingsOf(context: RatingContext): readonly AssessmentRow[] {
  const rated = context.people.filter((person) => person.occupation !== null);
  return rated.flatMap((person) =>
    (['first', 'second'] as const).flatMap((round) =>
      assessmentsOf(person, round, context).flatMap((assessment) => rowsOf(assessment, context)),
    ),
  );
}
