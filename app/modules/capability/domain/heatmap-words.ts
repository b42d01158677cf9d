/** Rows, figures and filters of the heatmap in words, for its form, its pictures and its print. Source: product.md. */
import type { EmployeeKind } from '~/modules/people/domain/employment-words';
import { ROLE_BAND_LABELS } from '~/modules/people/domain/role-band';
import { FILTER_NAMES, type HeatmapFilter, type HeatmapRows, NONE } from './heatmap-filter';
import type { HeatmapMetric } from './heatmap-view';

export interface Choice {
  readonly id: string;
  readonly name: string;
}

export const ROW_WORDS: Readonly<Record<HeatmapRows, string>> = {
  team: 'Teams',
  site: 'Sites',
  occupation: 'Occupations',
  band: 'Role bands',
  person: 'People',
};

export const METRIC_WORDS: Readonly<Record<HeatmapMetric, string>> = {
  level: 'mean level',
  gap: 'mean gap to target',
  at_target: 'share of people at target',
  unknown: 'share of people not assessed',
  difference: 'mean difference of self and manager',
  trend: 'change of the mean level',
};

export const FILTER_LABELS: Readonly<Record<keyof HeatmapFilter, string>> = {
  team: 'Team',
  site: 'Site',
  occupation: 'Occupation',
  band: 'Role band',
  kind: 'Kind of worker',
  available: 'Availability',
};

const KIND_WORDS: Readonly<Record<EmployeeKind, string>> = {
  employee: 'Employees',
  agency: 'Agency workers',
  contractor: 'Contractors',
};
const BANDS = Object.entries(ROLE_BAND_LABELS).map(([id, name]) => ({ id, name }));
const KINDS = Object.entries(KIND_WORDS).map(([id, name]) => ({ id, name }));
const AVAILABLE = [
  { id: 'yes', name: 'Available' },
  { id: 'no', name: 'Not available' },
];

export interface NamedChoices {
  readonly teams: readonly Choice[];
  readonly sites: readonly Choice[];
  readonly occupations: readonly Choice[];
}

/** What each filter may be, in words. */
export function filterChoices(
  choices: NamedChoices,
): Readonly<Record<keyof HeatmapFilter, readonly Choice[]>> {
  return {
    team: choices.teams,
    site: [...choices.sites, { id: NONE, name: 'No site' }],
    occupation: [...choices.occupations, { id: NONE, name: 'No confirmed occupation' }],
    band: [...BANDS, { id: NONE, name: 'No role band' }],
    kind: KINDS,
    available: AVAILABLE,
  };
}

/** The filters that narrow, such as "Site: Harbour". A value that is no choice of the reader stands as in the address. */
export function filterWords(filter: HeatmapFilter, choices: NamedChoices | null): string[] {
  const named = filterChoices(choices ?? { teams: [], sites: [], occupations: [] });
  return FILTER_NAMES.flatMap((name) => {
    const value = filter[name];
    if (value === null) return [];
    const words = named[name].find(({ id }) => id === value)?.name ?? value;
    return [`${FILTER_LABELS[name]}: ${words}`];
  });
}
