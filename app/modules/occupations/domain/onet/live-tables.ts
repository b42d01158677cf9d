import { compareReleaseNumbers } from './release-number';

/** One table of a release that readers see. */
export interface LiveTable {
  readonly release: string;
  readonly dataset: string;
  readonly loadId: number;
}

/** The tables of a release; where it lacks one, that of the newest earlier release which has it. */
export interface ReleaseTables {
  readonly release: string;
  /** The tables of a family, all of one release; none when no release up to this one has any of them. */
  find(family: OnetFamily): readonly LiveTable[];
}

/**
 * What a reader asks for, and the datasets that hold it: from 30.3 on skills are two tables and technology has a
 * new name (formats 1.1).
 */
const FAMILIES = {
  occupations: ['occupation_data'],
  alternateTitles: ['alternate_titles'],
  reportedTitles: ['reported_titles'],
  tasks: ['task_statements'],
  taskRatings: ['task_ratings'],
  skills: ['skills', 'essential_skills', 'transferable_skills'],
  knowledge: ['knowledge'],
  abilities: ['abilities'],
  workStyles: ['work_styles'],
  technology: ['technology_skills', 'software_skills'],
  tools: ['tools_used'],
  jobZones: ['job_zones'],
  related: ['related_occupations'],
} as const satisfies Record<string, readonly string[]>;

export type OnetFamily = keyof typeof FAMILIES;

/** The newest release that describes occupations; null when there is none. Partial releases overlay, they never lead. */
export function newestRelease(tables: readonly LiveTable[]): string | null {
  const complete = tables
    .filter(({ dataset }) => dataset === 'occupation_data')
    .map(({ release }) => release);
  return complete.sort(compareReleaseNumbers).at(-1) ?? null;
}

/** How the tables of a release are found, with those of earlier releases where it has none. */
export function tablesOf(tables: readonly LiveTable[], release: string): ReleaseTables {
  const upTo = tables.filter((table) => compareReleaseNumbers(table.release, release) <= 0);
  return {
    release,
    find(family) {
      const names: readonly string[] = FAMILIES[family];
      const found = upTo.filter(({ dataset }) => names.includes(dataset));
      const newest = found
        .map((table) => table.release)
        .sort(compareReleaseNumbers)
        .at(-1);
      return found.filter((table) => table.release === newest);
    },
  };
}
