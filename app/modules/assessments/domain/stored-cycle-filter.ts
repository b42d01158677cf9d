import { z } from 'zod';
import { EVERYBODY_PRESENT, type PeopleFilter } from '~/modules/people/domain/people-filter';

const storedFilter = z.object({
  query: z.string().catch(''),
  team: z.string().nullable().catch(null),
  site: z.string().nullable().catch(null),
  occupation: z.string().nullable().catch(null),
  band: z.number().nullable().catch(null),
  kind: z.string().nullable().catch(null),
});

/** The filter that was stored; whoever has no field of it is asked for by none. */
export function filterOfStored(stored: unknown): PeopleFilter {
  const parsed = storedFilter.parse(stored ?? {});
  return { ...EVERYBODY_PRESENT, ...parsed } as PeopleFilter;
}

/** The parts of a filter that a cycle keeps. */
export function storedFilterOf(filter: PeopleFilter): Record<string, string | number | null> {
  const { query, team, site, occupation, band, kind } = filter;
  return { query, team, site, occupation, band, kind };
}
