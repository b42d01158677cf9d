/** How the details of an entry are called, and what their keys say: the catalogue of actions is in actions.ts. */
import { ERASURE_REASONS } from '../erasure-reason';
import { jobTitle } from '../job';
import type { EXPORTED_TABLES } from './export-actions';

/**
 * Details that are ids, with the kind of what they are ids of; null: of something that has no name of its own. Every id
 * of the catalogue is here: a test walks it.
 */
export const ID_DETAILS: Readonly<Record<string, string | null>> = {
  teamScope: 'team',
  team: 'team',
  parentBefore: 'team',
  parentAfter: 'team',
  into: 'site',
  person: 'employee',
  people: 'employee',
  peer: 'employee',
  user: 'user',
  breakGlass: 'user',
  cycle: 'cycle',
  positions: 'position',
  codes: 'occupation',
  assessments: null,
  calibration: null,
  contest: null,
  decision: null,
  evidence: null,
  import: null,
  invitation: null,
  observation: null,
  reexpression: null,
  requirement: null,
  view: null,
};

/** Details and settings whose names are not what pages call them. */
export const DETAIL_LABELS: Readonly<Record<string, string>> = {
  breakGlass: 'Come in without single sign-on',
  codes: 'Occupations',
  grants: 'Further rights',
  joinRole: 'Role of those who join',
  parentAfter: 'Team above',
  parentBefore: 'Team above',
  slug: 'Address',
  ssoRequired: 'Single sign-on required',
  teamScope: 'Teams',
};

type Words = Readonly<Record<string, string>>;

const FORMATS: Words = { csv: 'CSV', xlsx: 'XLSX', svg: 'SVG', jsonl: 'JSON lines' };

const TABLES: Readonly<Record<(typeof EXPORTED_TABLES)[number], string>> = {
  teams: 'teams',
  sites: 'sites',
  mappings: 'titles and their occupations',
  requirements: 'requirements',
  targets: 'target profiles',
  ai_readiness: 'AI-readiness',
  heatmap: 'heatmap',
  observations: 'observations',
  agreement: 'agreement of raters',
};

/** What the keys of a detail say, by its name, or by action and name where another action has other ones. */
const KEY_WORDS: Readonly<Record<string, Words>> = {
  what: {
    add: 'added',
    added: 'added',
    changed: 'changed',
    close: 'closed',
    closed: 'closed',
    decided: 'decided',
    deleted: 'deleted',
    ended: 'ended',
    extended: 'more time given',
    incumbent: 'who holds it',
    merge: 'merged into another site',
    move: 'moved',
    not_extended: 'more time taken back',
    pool: 'who is looked at for it',
    profile: 'what it asks for',
    remove: 'removed',
    removed: 'removed',
    rename: 'renamed',
    renamed: 'renamed',
    reopen: 'opened again',
    reopened: 'opened again',
    rewording: 'another wording',
    rewording_undone: 'another wording taken back',
    saved: 'saved',
    split: 'a split into several',
    split_undone: 'a split into several taken back',
    verified: 'verified',
    withdraw: 'a planned change taken back',
    withdrawn: 'withdrawn',
  },
  'cycle.peer state': { proposed: 'proposed', approved: 'approved', declined: 'declined' },
  to: { closed: 'closed', calibrated: 'calibrated', archived: 'archived' },
  'evidence.add kind': { text: 'text', link: 'link', file: 'file', observation: 'observation' },
  'targets.change fields': { level: 'level', weight: 'weight', critical: 'critical' },
  'person.erase_ask reason': ERASURE_REASONS,
  'release.make reason': {
    first: 'the first of the organization',
    cycle_closed: 'a cycle was closed',
    month_end: 'end of a month',
  },
  reach: { all: 'the whole organization', subtree: 'own teams and all beneath' },
  grants: { 'bench:names': 'names on the succession bench' },
  format: FORMATS,
  table: TABLES,
};

/** Details whose values are keys of the code, where they are not free text. */
const HOLD_KEYS: readonly string[] = ['fields', 'narrowedBy', 'outcome', 'reach', 'state', 'what'];

/** What a key says; a text that is none is given as it is. */
export function keyWords(action: string, name: string, value: string): string {
  const words = KEY_WORDS[`${action} ${name}`] ?? KEY_WORDS[name];
  if (words && Object.hasOwn(words, value)) return words[value] ?? value;
  if (name === 'kind' && action.startsWith('jobs.')) return jobTitle(value) ?? value;
  return HOLD_KEYS.includes(name) ? plainWords(value) : value;
}

/** Whether a key has words that somebody chose. */
export function hasKeyWords(action: string, name: string, value: string): boolean {
  const words = KEY_WORDS[`${action} ${name}`] ?? KEY_WORDS[name];
  return words !== undefined && Object.hasOwn(words, value);
}

/** `teamScope` gives "team scope", `month_end` "month end"; words in capitals, such as API, stay. */
export function plainWords(name: string): string {
  return name
    .replace(/[A-Z]{2,}|[A-Z]/g, (run) => (run.length > 1 ? run : ` ${run.toLowerCase()}`))
    .replaceAll(/[_.]/g, ' ')
    .trim();
}

/** The same at the beginning of a sentence. */
export function sentenceCase(name: string): string {
  const words = plainWords(name);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
