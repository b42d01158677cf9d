import type { RoleBand } from '~/modules/people/domain/role-band';
import { readTitle } from '../titles/read-title';
import { titleKey } from './title-key';

/** A title as it is written, with the people who have it on a day. */
export interface TitleCount {
  readonly title: string;
  readonly people: number;
  /** Those of them without a confirmed occupation. */
  readonly unmapped: number;
}

/** People of a title with a confirmed occupation. */
export interface HeldCount {
  readonly title: string;
  readonly soc: string;
  readonly people: number;
}

export interface Spelling extends TitleCount {
  /** The role band that its words of rank hint at. */
  readonly bandHint: RoleBand | null;
}

/** Titles that read the same. */
export interface TitleCluster {
  readonly key: string;
  /** The spelling that most people have; of as many, the first by letters. */
  readonly title: string;
  readonly spellings: readonly Spelling[];
  readonly people: number;
  readonly unmapped: number;
  /** Confirmed occupations of its people, those of most people first. */
  readonly held: readonly { readonly soc: string; readonly people: number }[];
}

/** The titles in clusters, those of most people first. */
export function clusterTitles(titles: readonly TitleCount[], held: readonly HeldCount[]): TitleCluster[] {
  const heldOf = Map.groupBy(held, ({ title }) => title);
  const clusters = Map.groupBy(titles, ({ title }) => titleKey(title));
  return [...clusters]
    .map(([key, members]): TitleCluster => {
      const spellings = members
        .toSorted(byPeople)
        .map((one) => ({ ...one, bandHint: bandHintOf(one.title) }));
      return {
        key,
        title: spellings[0]?.title ?? key,
        spellings,
        people: sum(spellings.map(({ people }) => people)),
        unmapped: sum(spellings.map(({ unmapped }) => unmapped)),
        held: addUp(spellings.flatMap(({ title }) => heldOf.get(title) ?? [])),
      };
    })
    .sort(byPeople);
}

/** The role band that the words of rank in a title hint at. */
export function bandHintOf(title: string): RoleBand | null {
  return readTitle(title).band;
}

function addUp(held: readonly HeldCount[]): { soc: string; people: number }[] {
  return [...Map.groupBy(held, ({ soc }) => soc)]
    .map(([soc, rows]) => ({ soc, people: sum(rows.map(({ people }) => people)) }))
    .sort((a, b) => b.people - a.people || (a.soc < b.soc ? -1 : 1));
}

function byPeople<One extends { readonly people: number; readonly title: string }>(a: One, b: One): number {
  return b.people - a.people || (a.title < b.title ? -1 : 1);
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
