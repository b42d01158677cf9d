import type { SeededRandom } from '#test/isolation/loss/seeded-random';
import { roundHalf } from '~/modules/capability/domain/round-shown';
import { cutRelease } from '~/modules/capability/domain/suppression/cut-release';
import { dayOf, NEVER_READ } from '~/modules/capability/domain/suppression/read-ratings';
import { type ReleaseCut, releasesInUse } from '~/modules/capability/domain/suppression/release-cut';
import type { ReleaseFacts, ReleasePerson } from '~/modules/capability/domain/suppression/release-facts';
import { coarseShare } from '~/modules/capability/domain/suppression/released-figures';
import { releasedRows, releasedTotal } from '~/modules/capability/domain/suppression/released-rows';
import type { Level } from '~/modules/frameworks/domain/level';
import { addDays } from '~/shared/calendar-day';
import { VIEWERS, type ViewerName } from './organization';
import { rangeOf, wordsOf } from './read-told';
import type { Rating, Told } from './system';
import { BOSS, DIRECTOR, RATED, WEEKS, type Week, type Worker, Year } from './year';

/** A rating that stands. */
interface Standing {
  readonly level: Level;
  readonly mark: string;
}

interface State {
  readonly day: string;
  readonly people: readonly Worker[];
  /** By person and dimension. */
  readonly ratings: ReadonlyMap<string, Standing>;
}

interface Viewing {
  readonly name: ViewerName;
  readonly lastRead: Map<string, string>;
  readonly told: Record<(typeof RATED)[number], Told[]>;
  readonly cuts: Map<(typeof RATED)[number], ReleaseCut>;
  /** Ratings by key, as they were known when they were told of first. */
  readonly ratings: Map<string, Rating>;
}

export interface SimulatedSize {
  readonly size: number;
  readonly k: number;
  /** false: forgets who could be read before, as the red control wants it. */
  readonly remembers: boolean;
}

/**
 * What each who looks is told in a year of an organization in memory: the same weeks, rules of access and releases as
 * in live-through.ts, cut by cutRelease alone, so that many years can be tried.
 */
export function simulateYear(
  random: SeededRandom,
  { size, k, remembers }: SimulatedSize,
): ReadonlyMap<ViewerName, Viewing['told']> {
  const year = new Year(random, size);
  const history = new Map<string, ReadonlyMap<(typeof RATED)[number], ReleaseFacts>>();
  const viewings = VIEWERS.map(
    (name): Viewing => ({
      ...{
        name,
        lastRead: new Map(),
        told: { leadership: [], ai_use: [] },
        cuts: new Map(),
        ratings: new Map(),
      },
    }),
  );
  const ratings = new Map<string, Standing>();
  let state: State = { day: '', people: [], ratings };
  const live = ({ day, levels }: Week): void => {
    for (const { id, dimension, level } of levels)
      ratings.set(`${id} ${dimension}`, { level: level as Level, mark: `${day} manager` });
    state = { day, people: [...year.present()], ratings: new Map(ratings) };
    for (const { name, lastRead } of viewings)
      for (const one of state.people) if (reads(name, one, year)) lastRead.set(one.id, day);
  };
  const release = (as: State, day: string): void => {
    const id = `r${String(history.size).padStart(3, '0')}`;
    const facts = new Map(RATED.map((dimension) => [dimension, factsOf(as, dimension, year)] as const));
    history.set(id, facts);
    for (const viewing of viewings)
      for (const dimension of RATED) {
        const readable = [...as.people, ...state.people].filter((one) => reads(viewing.name, one, year));
        const previous = viewing.cuts.get(dimension) ?? null;
        const cut = cutRelease({
          ...{ release: { id, day }, facts: must(facts.get(dimension)), dimensions: [0], k, previous },
          individualAccess: new Set(readable.map((one) => one.id)),
          lastRead: remembers ? viewing.lastRead : NEVER_READ,
          history: new Map(
            (previous ? releasesInUse(previous) : []).map((past) => [
              past,
              must(history.get(past)?.get(dimension)).people,
            ]),
          ),
        });
        viewing.cuts.set(dimension, cut);
        viewing.told[dimension].push(
          ...toldBy(cut, {
            parents: [null, ...must(facts.get(dimension)).groups.map((group) => group.id)],
            people: (past) => must(history.get(past)?.get(dimension)).people,
            rating: (person) => firstToldOf(person, { dimension, ...viewing }),
          }),
        );
      }
  };
  live(year.begin());
  release(state, state.day);
  for (let number = 1; number < WEEKS; number += 1) {
    const before = state;
    const week = year.week(number);
    live(week);
    const monthEnd = addDays(`${week.day.slice(0, 7)}-01`, -1);
    if (before.day.slice(0, 7) < week.day.slice(0, 7)) release(before, monthEnd);
    if (week.closesCycle) release(state, week.day);
  }
  return new Map(viewings.map(({ name, told }) => [name, told]));
}

function reads(name: ViewerName, { id, manager, team }: Worker, year: Year): boolean {
  if (name === 'executive') return false;
  if (name === 'boss') return id === BOSS || manager === BOSS;
  return id === DIRECTOR || manager === DIRECTOR || team === year.paths[0];
}

/** Teams by path; occupations by the digits of their code. */
function factsOf({ people, ratings }: State, dimension: (typeof RATED)[number], year: Year): ReleaseFacts {
  const groupOf = ({ team, occupation }: Worker) => (dimension === 'leadership' ? team : occupation);
  const present = people.filter(({ onLeave }) => !onLeave);
  const groups =
    dimension === 'leadership'
      ? [...new Set(year.paths.flatMap((path) => [path.split(' / ')[0] ?? '', path]))].map((path) => ({
          ...{ id: path, name: path },
          parentId: path.includes(' / ') ? (path.split(' / ')[0] ?? null) : null,
        }))
      : [...new Set(present.flatMap(({ occupation }) => [3, 5, 7].map((to) => occupation.slice(0, to))))]
          .map((id) => ({ id, name: id, parentId: id.length === 3 ? null : id.slice(0, id.length - 2) }))
          .concat(
            [...new Set(present.map(({ occupation }) => occupation))].map((id) => ({
              ...{ id, name: id, parentId: id.slice(0, 7) },
            })),
          );
  return {
    groups,
    people: present.map((one): ReleasePerson => {
      const rating = ratings.get(`${one.id} ${dimension}`);
      return {
        ...{ employeeId: one.id, groupId: groupOf(one), targets: [(one.band + 1) as Level] },
        ...{ levels: [rating?.level ?? null], ratings: [rating?.mark ?? null] },
      };
    }),
  };
}

interface Reading {
  readonly parents: readonly (string | null)[];
  readonly people: (release: string) => readonly ReleasePerson[];
  readonly rating: (person: ReleasePerson) => Rating | null;
}

/** Each shown row and the whole, with the people behind it and the bounds that rounding leaves. */
function toldBy(cut: ReleaseCut, reading: Reading): Told[] {
  const [own] = cut.dimensions;
  const query = { cut, dimension: 0 };
  const whole = { row: releasedTotal(query), blocks: own?.blocks ?? [] };
  const rows = reading.parents.flatMap((parent) =>
    releasedRows(query, parent).map((row) => {
      const family = own?.families.find((one) => one.parent === parent)?.rows ?? [];
      const found = family.find((one) => one.kind === row.kind && one.id === row.id);
      return { row, blocks: (found?.blocks ?? []).flatMap((index) => own?.blocks[index] ?? []) };
    }),
  );
  return [whole, ...rows].flatMap(({ row: { figures }, blocks }) => {
    if (!figures) return [];
    const ratings = blocks.flatMap(({ parts }) =>
      parts.flatMap(({ release, groups }) => {
        const leftOut = new Set(cut.leftOut[release]);
        return reading
          .people(release)
          .filter(({ employeeId, groupId }) => !leftOut.has(employeeId) && groups.includes(groupId ?? ''))
          .flatMap((person) => reading.rating(person) ?? []);
      }),
    );
    const { assessed, mean, atTarget } = figures;
    if (ratings.length !== assessed) throw new Error(`${assessed} told of ${ratings.length}`);
    const share = wordsOf(atTarget);
    return [
      {
        ratings,
        sums: rangeOf(4 * assessed, (sum) => roundHalf(sum / assessed, 10) === mean),
        atTarget:
          share === null
            ? null
            : rangeOf(assessed, (part) => wordsOf(coarseShare(part, assessed, cut.k)) === share),
      },
    ];
  });
}

function firstToldOf(
  { employeeId, levels, targets, ratings: marks }: ReleasePerson,
  { dimension, lastRead, ratings }: Pick<Viewing, 'lastRead' | 'ratings'> & { readonly dimension: string },
): Rating | null {
  const [level, mark] = [levels[0] ?? null, marks?.[0] ?? ''];
  if (level === null) return null;
  const key = `${employeeId} ${dimension} ${mark}`;
  const known = ratings.get(key)?.known ?? (lastRead.get(employeeId) ?? '') >= dayOf(mark);
  const rating = { key, level, target: targets[0] ?? null, known };
  ratings.set(key, rating);
  return rating;
}

function must<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('not there');
  return value;
}
