/**
 * Releases of invented organizations in a row, for the property tests of this folder: people are rated, get other
 * targets, move, leave and join, go on leave and come back, teams are added, removed and moved, and the viewer gains and
 * loses individual access. Deterministic: every choice is an argument.
 */
import type { Level } from '~/modules/frameworks/domain/level';
import { addMonths } from '~/shared/calendar-day';
import { cutRelease } from './cut-release';
import { type CutBlock, type ReleaseCut, releasesInUse } from './release-cut';
import type { ReleaseFacts, ReleasePerson } from './release-facts';

/** The facts of one day and whom the viewer has individual access to. */
export interface World extends ReleaseFacts {
  readonly groups: { id: string; parentId: string | null; name: string }[];
  readonly people: (ReleasePerson & { groupId: string | null })[];
  readonly access: Set<string>;
  /** Who is on leave, as they will come back. */
  readonly away?: World['people'];
}
type PersonEdit = 'rate' | 'target' | 'move' | 'leave' | 'join' | 'away' | 'back';
type EditKind = PersonEdit | 'reparent' | 'remove' | 'add' | 'access' | 'lose';

/** One change; a and b choose whom, what and where. */
export interface Edit {
  readonly kind: EditKind;
  readonly a: number;
  readonly b: number;
}

/** The world after one change; serial makes new ids and new ratings. */
function applyEdit(before: World, { kind, a, b }: Edit, serial: string): World {
  const person = before.people[a % Math.max(1, before.people.length)];
  const group = before.groups[a % before.groups.length]?.id ?? '';
  const other = before.groups[b % before.groups.length]?.id ?? null;
  const replace = (change: Partial<ReleasePerson>): World => ({
    ...before,
    people: before.people.map((one) => (one === person ? { ...one, ...change } : one)),
  });
  const given = (b % 5) as Level;
  if (kind === 'rate') return replace({ levels: [given], ratings: [`again ${serial}`] });
  if (kind === 'target') return replace({ targets: [given] });
  if (kind === 'move') return replace({ groupId: other });
  if (kind === 'leave') return { ...before, people: before.people.filter((one) => one !== person) };
  if (kind === 'join') {
    const joined = { employeeId: `new${serial}`, groupId: other, levels: [given], targets: [null] };
    return { ...before, people: [...before.people, { ...joined, ratings: [`first ${serial}`] }] };
  }
  if (kind === 'away' && person !== undefined) {
    const people = before.people.filter((one) => one !== person);
    return { ...before, people, away: [...(before.away ?? []), person] };
  }
  if (kind === 'back') {
    const away = before.away ?? [];
    const returning = away[a % Math.max(1, away.length)];
    if (returning === undefined) return before;
    const groupId = before.groups.some((one) => one.id === returning.groupId) ? returning.groupId : null;
    return {
      ...before,
      people: [...before.people, { ...returning, groupId }],
      away: away.filter((one) => one !== returning),
    };
  }
  if (kind === 'lose') {
    const lost = [...before.access][a % Math.max(1, before.access.size)];
    return { ...before, access: new Set([...before.access].filter((one) => one !== lost)) };
  }
  if (kind === 'add') {
    return { ...before, groups: [...before.groups, { id: `h${serial}`, parentId: other, name: 'New' }] };
  }
  if (kind === 'access') return { ...before, access: new Set([...before.access, person?.employeeId ?? '']) };
  if (kind === 'remove' && before.groups.length > 1) {
    const parent = before.groups.find((one) => one.id === group)?.parentId ?? null;
    return {
      ...before,
      groups: before.groups
        .filter((one) => one.id !== group)
        .map((one) => (one.parentId === group ? { ...one, parentId: parent } : one)),
      people: before.people.map((one) => (one.groupId === group ? { ...one, groupId: parent } : one)),
    };
  }
  const below = (id: string | null): boolean =>
    id === group || (id !== null && below(before.groups.find((one) => one.id === id)?.parentId ?? null));
  if (kind !== 'reparent' || below(other)) return before;
  return {
    ...before,
    groups: before.groups.map((one) => (one.id === group ? { ...one, parentId: other } : one)),
  };
}

export interface Step {
  readonly cut: ReleaseCut;
  readonly world: World;
}
/** One release of the start and one after each round of changes. */
export function simulateReleases(
  start: World,
  edits: readonly (readonly Edit[])[],
  k: number,
): readonly Step[] {
  const steps: Step[] = [];
  let current = start;
  for (const round of [[], ...edits]) {
    const number = steps.length;
    for (const [at, edit] of round.entries()) current = applyEdit(current, edit, `${number}.${at}`);
    const past = new Map(steps.map((step) => [step.cut.release, step.world.people]));
    const cut = cutRelease({
      release: { id: `r${number}`, day: addMonths('2026-01-31', number) },
      facts: current,
      dimensions: [0],
      k,
      individualAccess: current.access,
      previous: steps.at(-1)?.cut ?? null,
      history: past,
    });
    steps.push({ cut, world: current });
  }
  return steps;
}

/** What names a block from release to release: its rows. */
export const keyOf = (block: CutBlock): string => JSON.stringify(block.rows.map((row) => row.key));

export type Check = (
  before: Step,
  after: Step,
  membersOf: (block: CutBlock) => ReadonlyMap<string, ReleasePerson>,
  known: ReadonlySet<string>,
) => void;
/**
 * Each release with the next; members are read from the worlds, not from the code under test. Known: whom the viewer
 * could read at either, or at a release whose figures stand in one of them.
 */
export function eachPair(steps: readonly Step[], check: Check): void {
  const membersOf = (block: CutBlock): ReadonlyMap<string, ReleasePerson> =>
    new Map(
      block.parts.flatMap((part) => {
        const step = steps.find((one) => one.cut.release === part.release);
        return (step?.world.people ?? [])
          .filter(
            (person) =>
              part.groups.includes(person.groupId ?? '') && !step?.world.access.has(person.employeeId),
          )
          .map((person) => [person.employeeId, { ...person, groupId: null }] as const);
      }),
    );
  for (const [index, after] of steps.entries()) {
    const before = steps[index - 1];
    if (before === undefined) continue;
    const standing = new Set([before, after].flatMap(({ cut }) => [cut.release, ...releasesInUse(cut)]));
    const known = new Set(
      steps.filter(({ cut }) => standing.has(cut.release)).flatMap(({ world }) => [...world.access]),
    );
    check(before, after, membersOf, known);
  }
}
