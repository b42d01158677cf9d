/** What can differ between two releases, in the order in which pages list it. */
export const CHANGE_KINDS = [
  'tasks_added',
  'tasks_removed',
  'tasks_reworded',
  'alternate_titles_added',
  'alternate_titles_removed',
  'reported_titles_added',
  'reported_titles_removed',
  'job_zones_changed',
  'occupations_added',
  'occupations_removed',
  'occupations_retitled',
  'occupations_redescribed',
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** One thing that differs; texts are null where the release does not have it. */
export interface ReleaseChange {
  readonly soc: string;
  readonly before: string | null;
  readonly after: string | null;
}
