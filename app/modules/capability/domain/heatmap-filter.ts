/** Rows and filters of the heatmap as addresses hold them, for the page, its exports and the API. Source: product.md, api.md. */
import { EMPLOYEE_KINDS, type EmployeeKind } from '~/modules/people/domain/employment-words';
import { isUuid } from '~/shared/is-uuid';

export const HEATMAP_ROWS = ['team', 'site', 'occupation', 'band', 'person'] as const;
export type HeatmapRows = (typeof HEATMAP_ROWS)[number];

/** Stands for the people without a site, a confirmed occupation or a band. */
export const NONE = 'none';

/** Who is counted; null narrows nothing. All that is said holds together. */
export interface HeatmapFilter {
  /** Id of a team, with all beneath it on the day. */
  readonly team: string | null;
  /** Id of a site, or `none`. */
  readonly site: string | null;
  /** Code of the main occupation, or `none`. */
  readonly occupation: string | null;
  /** Band of the main occupation, 1 to 4, or `none`. */
  readonly band: string | null;
  readonly kind: EmployeeKind | null;
  readonly available: 'yes' | 'no' | null;
}

export const NO_FILTER: HeatmapFilter = {
  team: null,
  site: null,
  occupation: null,
  band: null,
  kind: null,
  available: null,
};
export const FILTER_NAMES = Object.keys(NO_FILTER) as readonly (keyof HeatmapFilter)[];

const OCCUPATION_CODE = /^\d{2}-\d{4}\.\d{2}$/;

/** What each filter may be, as a pattern of its text. */
const ALLOWED: Readonly<Record<keyof HeatmapFilter, (text: string) => boolean>> = {
  team: isUuid,
  site: (text) => text === NONE || isUuid(text),
  occupation: (text) => text === NONE || OCCUPATION_CODE.test(text),
  band: (text) => text === NONE || /^[1-4]$/.test(text),
  kind: (text) => EMPLOYEE_KINDS.some((kind) => kind === text),
  available: (text) => text === 'yes' || text === 'no',
};

/** Whether a text can name a row of these rows: an id, a code, a band, or `none`. */
export function isGroupId(rows: Exclude<HeatmapRows, 'person'>, text: string): boolean {
  return ALLOWED[rows](text);
}

/** The name of a filter in an address: `filter[site]`. */
export function filterParameter(name: keyof HeatmapFilter): string {
  return `filter[${name}]`;
}

/** Reads the filters of an address; what cannot be meant narrows nothing. */
export function readHeatmapFilter(search: URLSearchParams): HeatmapFilter {
  const read = (name: keyof HeatmapFilter) => {
    const text = search.get(filterParameter(name));
    return [name, text !== null && ALLOWED[name](text) ? text : null] as const;
  };
  return Object.fromEntries(FILTER_NAMES.map(read)) as unknown as HeatmapFilter;
}

/** Whether anything narrows the people counted. */
export function isFiltered(filter: HeatmapFilter): boolean {
  return FILTER_NAMES.some((name) => filter[name] !== null);
}
