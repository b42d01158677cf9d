/** What may narrow a list of posts, by the names of an address, in the order in which one is written. */
export const POSITION_FILTERS = [
  'query',
  'team',
  'site',
  'occupation',
  'critical',
  'vacant',
  'unwritten',
  'closed',
] as const;

/** What narrows a list of posts, as an address says it: flags are '1' or absent. */
export type PositionFilter = {
  readonly [name in Exclude<(typeof POSITION_FILTERS)[number], PositionFlag>]?: string | undefined;
} & { readonly [name in PositionFlag]?: '1' | undefined };

type PositionFlag = 'critical' | 'vacant' | 'unwritten' | 'closed';

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
