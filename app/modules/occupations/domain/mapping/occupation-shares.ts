import type { RoleBand } from '~/modules/people/domain/role-band';
import { InvalidInput } from '~/shared/errors';

/** One occupation of a title, with its share of the work in percent. */
export interface OccupationShare {
  readonly soc: string;
  /** 1 to 100. */
  readonly share: number;
  /** Null: the band that the title hints at, else the one known of the person. */
  readonly roleBand: RoleBand | null;
}

/** As many as one title is split over. */
const MOST = 5;

/**
 * The occupations with the largest share first, once they are right.
 * @throws InvalidInput unless one to five different codes have whole shares of 1 to 100 that make 100 together.
 */
export function checkShares(occupations: readonly OccupationShare[]): readonly OccupationShare[] {
  const codes = new Set(occupations.map(({ soc }) => soc));
  if (occupations.length === 0) throw new InvalidInput('Choose an occupation.');
  if (occupations.length > MOST) throw new InvalidInput(`A title is split over at most ${MOST} occupations.`);
  if (codes.size < occupations.length) throw new InvalidInput('The occupations of a split must differ.');
  const whole = occupations.every(({ share }) => Number.isInteger(share) && share >= 1 && share <= 100);
  const total = occupations.reduce((sum, { share }) => sum + share, 0);
  if (!whole || total !== 100)
    throw new InvalidInput('The shares must be whole percents that make 100 together.');
  return occupations.toSorted((a, b) => b.share - a.share || (a.soc < b.soc ? -1 : 1));
}
