import { type Dimension, isDimension } from '~/modules/frameworks/domain/dimension';
import type { Level } from '~/modules/frameworks/domain/level';
import type { PersonPage } from './person-state';

/** What the address says in place of a dimension when the person chooses it in the form. */
const CHOICE = 'any';

/** A level of one's own that can be contested now, and where. */
export interface ContestableLevel {
  readonly dimension: Dimension;
  readonly level: Level;
  readonly to: string;
}

/** Where the form stands that asks for the dimension too. */
export const TO_CHOICE = addressToContest(CHOICE);

/** Where the form stands for a dimension, or for one of its ratings. */
export function addressToContest(dimension: Dimension | typeof CHOICE, rating?: string): string {
  return `?contest=${dimension}${rating === undefined ? '' : `&rating=${rating}`}#contest`;
}

/** Whether the address asks for the form without naming a dimension. */
export function isChoiceAsked(url: URL): boolean {
  return url.searchParams.get('contest') === CHOICE;
}

/** The assessed dimensions that wait for no answer, in the order of the profile. */
export function contestableLevels({ profile }: PersonPage): ContestableLevel[] {
  return (profile?.dimensions ?? []).flatMap(({ dimension, level, contested }) =>
    level === null || contested ? [] : [{ dimension, level, to: addressToContest(dimension) }],
  );
}

/** What the address asks to contest, with the rating as it stands; null: nothing that can be. */
export function contestAsked({ history, profile }: PersonPage, url: URL) {
  const dimension = url.searchParams.get('contest') ?? '';
  if (!isDimension(dimension)) return null;
  const rating = url.searchParams.get('rating') ?? '';
  const entries = history.find((one) => one.dimension === dimension)?.entries ?? [];
  const entry = entries.find(({ standing, assessmentIds }) =>
    rating === '' ? standing === 'current' : assessmentIds[0] === rating && standing !== 'withdrawn',
  );
  const row = profile?.dimensions.find((one) => one.dimension === dimension);
  if (!entry || row?.contested) return null;
  const { level, raterKind, assessedOn } = entry;
  return { dimension: dimension satisfies Dimension, rating, level, raterKind, assessedOn };
}
