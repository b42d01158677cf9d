import type { SiteSpec } from './organization-spec';

/** The six ports of Harbourline; Rotterdam is the weak site. */
export const HARBOURLINE_SITES: readonly SiteSpec[] = [
  { name: 'Rotterdam', cultures: ['dutch', 'caribbean', 'turkish', 'maghrebi'], shift: -0.9 },
  { name: 'Antwerp', cultures: ['flemish', 'dutch', 'maghrebi', 'west_african'], shift: 0 },
  { name: 'Hamburg', cultures: ['german', 'turkish', 'east_european', 'nordic'], shift: 0.1 },
  { name: 'Gdańsk', cultures: ['polish', 'east_european', 'nordic'], shift: 0 },
  { name: 'Felixstowe', cultures: ['english', 'south_asian', 'polish', 'west_african'], shift: 0.05 },
  { name: 'Algeciras', cultures: ['spanish', 'maghrebi', 'portuguese'], shift: -0.05 },
];

/** The two places of Northgate. */
export const NORTHGATE_SITES: readonly SiteSpec[] = [
  {
    name: 'Northgate Campus',
    cultures: ['english', 'south_asian', 'west_african', 'east_african'],
    shift: 0,
  },
  { name: 'Canal Depot', cultures: ['english', 'polish', 'southeast_asian'], shift: -0.1 },
];
