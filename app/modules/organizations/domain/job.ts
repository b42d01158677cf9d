export const JOB_STATES = ['waiting', 'running', 'failing', 'failed'] as const;
/** failing: it will be tried again; failed: it will not. */
export type JobState = (typeof JOB_STATES)[number];

/** Most jobs that are listed. */
export const MOST_JOBS = 200;

/** A background job of the organization that is not over; moments as ISO text. */
export interface Job {
  readonly kind: string;
  readonly state: JobState;
  readonly askedAt: string;
  /** When it is tried next; null while it runs and when it is not tried again. */
  readonly nextAt: string | null;
  readonly attempts: number;
  /** Kind of the last failure; null: it did not fail. */
  readonly reason: string | null;
  /** Operation that it does, with a page of its own. */
  readonly operationId: string | null;
}

const TITLES: Readonly<Record<string, string>> = {
  'refresh-capability': 'Computing changed figures',
  'make-release': 'Making a release of figures',
  'prepare-release-cuts': 'Preparing released figures for their readers',
  'match-titles': 'Matching titles with occupations',
  'score-titles': 'Scoring titles for the mapping inbox',
  'confirm-mappings': 'Confirming mappings',
  'import-source': 'Import into the catalogue',
  'import-file': 'Import of a file',
  'erase-person': 'Erasure of a person',
  'contest-letters': 'Letters about a contest',
  'sign-in-letters': 'Letters about a sign-in',
  'open-cycle': 'Opening of a cycle',
  'cycle-letters': 'Letters about cycles',
  'order-disagreements': 'Ordering disagreements for calibration',
  'reopen-evidence': 'Evidence from before an upgrade',
  'change-people': 'Change of people',
  'delete-organization': 'Deletion of the organization',
  'keep-up': 'What a new day makes due',
};

/** What a job does, in words; null for a kind that no organization has. */
export function jobTitle(kind: string): string | null {
  return TITLES[kind] ?? null;
}

/**
 * Kinds that may be taken off the list: asked for again by the upkeep or the next change, or an operation, whose asker
 * sees that it failed. Not letters that somebody is owed and nobody asks for again, the figures that a closed cycle
 * releases, erasures and deletions: those stay until they are done.
 */
const DROPPABLE: ReadonlySet<string> = new Set([
  'refresh-capability',
  'prepare-release-cuts',
  'match-titles',
  'score-titles',
  'confirm-mappings',
  'import-source',
  'import-file',
  'open-cycle',
  'cycle-letters',
  'order-disagreements',
  'change-people',
  'keep-up',
]);

/** Whether jobs of the kind that are not tried again may be taken off the list. */
export function isDroppable(kind: string): boolean {
  return DROPPABLE.has(kind);
}

const STATE_WORDS: Readonly<Record<JobState, string>> = {
  waiting: 'Waiting',
  running: 'Running',
  failing: 'Failing, tried again',
  failed: 'Failed, not tried again',
};

/** A state in words. */
export function jobStateWords(state: JobState): string {
  return STATE_WORDS[state];
}

/** A kind of failure in words; the details stand in the log of the installation. */
export function failureWords(reason: string): string {
  if (/^(ConnectionLost|PoolExhausted|CommitRefused)/.test(reason)) return 'The database did not answer';
  if (reason.startsWith('JobNoLongerHeld')) return 'The worker fell silent';
  if (/\b57014\b/.test(reason)) return 'It took longer than is allowed';
  if (/\b(40001|40P01|55P03)\b/.test(reason)) return 'It met other work on the same rows';
  return `Something broke (${reason})`;
}
