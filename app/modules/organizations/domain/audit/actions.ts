import { z } from 'zod';
import { ERASURE_REASONS } from '../erasure-reason';
import { accessDetails } from './access-scope';
import { CALIBRATION_ACTIONS } from './calibration-actions';
import { CONTEST_ACTIONS } from './contest-actions';
import { CYCLE_ACTIONS } from './cycle-actions';
import { DECISION_ACTIONS } from './decision-actions';
import { EVIDENCE_ACTIONS } from './evidence-actions';
import { EXPORT_ACTIONS } from './export-actions';
import { fieldChange } from './field-change';
import { MEMBER_ACTIONS } from './member-actions';
import { PEOPLE_ACTIONS } from './people-actions';
import { siteDetails, teamDetails } from './place-details';
import { POSITION_ACTIONS } from './position-actions';
import { QUEUE_ACTIONS } from './queue-actions';
import { RATING_ACTIONS } from './rating-actions';

/** What an entry is about. */
export const SUBJECT_KINDS = [
  'organization',
  'employee',
  'team',
  'site',
  'user',
  'token',
  'occupation',
  'release',
  'member',
  'invitation',
  'position',
] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

interface ActionDeclaration {
  readonly subjects: readonly SubjectKind[];
  /** Ids, names of fields, counts and settings; never a name, an address or a rating of a person. */
  readonly details: z.ZodType;
  /** Follows the actor's name: "Jo Berg saw individual ratings". */
  readonly words: string;
}

const counts = z.record(z.string().regex(/^[a-zA-Z]+$/), z.number().int().nonnegative());
const ofOrganization = ['organization'] as const;
const fromTo = z.strictObject({ from: z.number().int(), to: z.number().int() });

/** Everything that is written to the audit log. A new action is added here first. */
export const AUDIT_ACTIONS = {
  'ratings.view': {
    subjects: ['employee', 'team', 'organization'],
    details: accessDetails,
    words: 'saw individual ratings',
  },
  'framework.import': {
    subjects: ['occupation'],
    details: z.strictObject({
      changed: z.boolean(),
      frameworks: z.array(
        z.strictObject({ instrument: z.string(), version: z.string(), outcome: z.string() }),
      ),
    }),
    words: 'imported a framework',
  },
  'standard.link': {
    subjects: ['occupation'],
    details: z.strictObject({ urn: z.string(), version: z.string(), linked: z.boolean() }),
    words: 'linked a standard, or took a link away',
  },
  'framework.publish': {
    subjects: ['occupation'],
    details: z.strictObject({ instrument: z.string(), version: z.string() }),
    words: 'published a framework of the organization',
  },
  'framework.confirm': {
    subjects: ['occupation'],
    details: z.strictObject({
      instrument: z.string(),
      what: z.enum(['split', 'split_undone', 'rewording', 'rewording_undone']),
      statements: z.number().int().positive(),
    }),
    words: 'confirmed statements of a framework',
  },
  ...PEOPLE_ACTIONS,
  'employees.import': { subjects: ofOrganization, details: counts, words: 'imported people' },
  'mapping.confirm': {
    subjects: ofOrganization,
    details: z.strictObject({
      titles: z.number().int().positive(),
      people: z.number().int().nonnegative(),
      codes: z.array(z.string()),
    }),
    words: 'confirmed which occupations titles are',
  },
  'mapping.undo': { subjects: ofOrganization, details: counts, words: 'took a confirmation of titles back' },
  'employees.import_undo': {
    subjects: ofOrganization,
    details: counts,
    words: 'took an import of people back',
  },
  'employees.leave': {
    subjects: ofOrganization,
    details: counts,
    words: 'said who of a full list has left',
  },
  'assessments.import': { subjects: ofOrganization, details: counts, words: 'imported ratings' },
  'targets.import': { subjects: ofOrganization, details: counts, words: 'imported target profiles' },
  'targets.change': {
    subjects: ofOrganization,
    details: z.strictObject({
      profiles: z.number().int().positive(),
      targets: z.number().int().positive(),
      dimensions: z.array(z.string()),
      fields: z.array(z.enum(['level', 'weight', 'critical'])),
    }),
    words: 'changed target profiles',
  },
  'requirement.change': {
    subjects: ofOrganization,
    details: z.strictObject({
      requirement: z.guid(),
      what: z.enum(['added', 'changed', 'ended', 'removed']),
      fields: z.array(z.string()),
    }),
    words: 'changed what groups are asked to have',
  },
  'team.change': { subjects: ['team'], details: teamDetails, words: 'changed a team' },
  'site.change': { subjects: ['site'], details: siteDetails, words: 'changed a site' },
  'positions.import': { subjects: ofOrganization, details: counts, words: 'imported positions' },
  ...POSITION_ACTIONS,
  ...QUEUE_ACTIONS,
  'token.create': {
    subjects: ['token'],
    details: z.strictObject({
      role: z.string(),
      teamScope: z.array(z.guid()),
      days: z.number().int().positive(),
    }),
    words: 'made an API token',
  },
  'token.approve': { subjects: ['token'], details: z.strictObject({}), words: 'approved an API token' },
  'token.revoke': { subjects: ['token'], details: z.strictObject({}), words: 'revoked an API token' },
  'suppression.ask': {
    subjects: ofOrganization,
    details: fromTo,
    words: 'asked to show smaller groups',
  },
  'suppression.agree': {
    subjects: ofOrganization,
    details: fromTo,
    words: 'agreed to show smaller groups',
  },
  'suppression.decline': {
    subjects: ofOrganization,
    details: fromTo,
    words: 'declined to show smaller groups',
  },
  'privacy.publish': {
    subjects: ofOrganization,
    details: z.strictObject({ version: z.number().int().positive() }),
    words: 'published the privacy notice',
  },
  'organization.create': {
    subjects: ofOrganization,
    details: z.strictObject({}),
    words: 'made the organization',
  },
  ...MEMBER_ACTIONS,
  'sso.connect': {
    subjects: ['user'],
    details: z.strictObject({}),
    words: 'connected an account with the identity provider',
  },
  'sso.change': {
    subjects: ofOrganization,
    details: z.strictObject({ changes: z.array(fieldChange).min(1) }),
    words: 'changed single sign-on',
  },
  'sso.domain': {
    subjects: ofOrganization,
    details: z.strictObject({ domain: z.string(), what: z.enum(['added', 'verified', 'removed']) }),
    words: 'changed the domains of single sign-on',
  },
  'figures.rebuild': {
    subjects: ofOrganization,
    details: z.strictObject({ people: z.number().int().nonnegative() }),
    words: 'had all figures computed again',
  },
  'release.make': {
    subjects: ['release'],
    details: z.strictObject({ reason: z.string() }),
    words: 'released figures',
  },
  'settings.change': {
    subjects: ofOrganization,
    details: z.strictObject({ changes: z.array(fieldChange).min(1) }),
    words: 'changed settings',
  },
  'audit.export': {
    subjects: ofOrganization,
    details: z.strictObject({
      format: z.enum(['csv', 'jsonl']),
      filter: z.record(z.string(), z.string()),
      head: z.strictObject({ sequence: z.number().int(), hash: z.string() }).nullable(),
    }),
    words: 'exported the audit log',
  },
  'person.export': {
    subjects: ['employee'],
    details: z.strictObject({ own: z.boolean() }),
    words: "exported a person's record",
  },
  'person.erase_ask': {
    subjects: ['employee'],
    details: z.strictObject({ reason: z.enum(Object.keys(ERASURE_REASONS)) }),
    words: 'asked for a person to be erased',
  },
  'organization.export': {
    subjects: ofOrganization,
    details: z.strictObject({ ratings: z.boolean() }),
    words: 'exported the organization',
  },
  ...CALIBRATION_ACTIONS,
  ...CONTEST_ACTIONS,
  ...CYCLE_ACTIONS,
  ...DECISION_ACTIONS,
  ...EVIDENCE_ACTIONS,
  ...RATING_ACTIONS,
  ...EXPORT_ACTIONS,
  'people.export': {
    subjects: ofOrganization,
    details: z.strictObject({ format: z.enum(['csv', 'xlsx']), narrowedBy: z.array(z.string()) }),
    words: 'exported the list of people',
  },
  'retention.delete': {
    subjects: ofOrganization,
    details: counts,
    words: 'deleted what was kept long enough',
  },
  'person.erase': {
    subjects: ['employee'],
    details: z.strictObject({ values: z.number().int().nonnegative() }),
    words: "erased a person's values from the audit log",
  },
} as const satisfies Readonly<Record<string, ActionDeclaration>>;

export type AuditAction = keyof typeof AUDIT_ACTIONS;

/** The action by which individual ratings are seen. */
export const ACCESS_ACTION = 'ratings.view' satisfies AuditAction;

/** Whether the text names an action of the catalogue. */
export function isAuditAction(text: string): text is AuditAction {
  return Object.hasOwn(AUDIT_ACTIONS, text);
}

/** What happened, as it follows the actor's name; an action that the catalogue no longer has is named as it is. */
export function actionWords(action: string): string {
  return isAuditAction(action) ? AUDIT_ACTIONS[action].words : action;
}
