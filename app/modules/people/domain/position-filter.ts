import { z } from 'zod';

const flag = z.literal('1').optional();
const text = (max: number) => z.string().trim().max(max).optional();

/** What narrows a list of posts, as an address says it. */
export const positionFilterQuery = z.strictObject({
  /** Words in the title or the number. */
  query: text(200),
  /** A team with all beneath it. */
  team: z.guid().optional(),
  site: z.guid().optional(),
  occupation: text(10),
  critical: flag,
  vacant: flag,
  /** Posts without an own profile. */
  unwritten: flag,
  /** Closed posts instead of those that stand. */
  closed: flag,
});

export type PositionFilter = z.output<typeof positionFilterQuery>;

/** What a filter looks at. */
export interface FilteredPosition {
  readonly title: string;
  readonly externalId: string;
  readonly teamId: string;
  readonly siteId: string | null;
  readonly soc: string | null;
  readonly critical: boolean | null;
  readonly vacant: boolean;
  readonly asked: number;
  readonly closed: boolean;
}

/** Whether a post is in the list. @param teams the filter's team with all beneath it; null: any. */
export function matchesPosition(
  position: FilteredPosition,
  filter: PositionFilter,
  teams: ReadonlySet<string> | null,
): boolean {
  const words = (filter.query ?? '').toLocaleLowerCase('en').split(/\s+/u).filter(Boolean);
  const name = `${position.title} ${position.externalId}`.toLocaleLowerCase('en');
  return (
    words.every((word) => name.includes(word)) &&
    (teams === null || teams.has(position.teamId)) &&
    (!filter.site || filter.site === position.siteId) &&
    (!filter.occupation || filter.occupation === position.soc) &&
    (!filter.critical || position.critical === true) &&
    (!filter.vacant || position.vacant) &&
    (!filter.unwritten || position.asked === 0) &&
    position.closed === (filter.closed === '1')
  );
}
