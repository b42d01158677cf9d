import { z } from 'zod';
import type { Permission } from '~/modules/organizations/domain/permissions';

/** A job that does an operation, with what who asked for it needs, still when it begins. */
const operation = <P extends Permission>(permission: P) =>
  ({ payload: z.strictObject({ operationId: z.uuid() }), scope: 'tenant', permission }) as const;

/**
 * Every job: the shape of its payload, how many times it is tried, and its cron line where it has one.
 * Payloads hold ids and reasons, never data about people. The organization comes from the signed setting.
 */
export const JOBS = {
  /** Computes what the dirty lists name: profiles, then cells, then the first release when there is none. */
  'refresh-capability': { payload: z.strictObject({}), scope: 'tenant' },
  /** Freezes what is known for viewers without individual access (method.md 9.1). */
  'make-release': {
    payload: z.strictObject({ reason: z.enum(['first', 'cycle_closed', 'month_end']) }),
    scope: 'tenant',
  },
  /** Gives every known viewer of released figures a cut of each release, once and for good (method.md 9.4, 9.5). */
  'prepare-release-cuts': { payload: z.strictObject({}), scope: 'tenant' },
  /** Matches the titles of an operation with occupations (method.md 10). */
  'match-titles': operation('catalogue:read'),
  /** Scores the titles that people have with the release in service, for the mapping inbox. */
  'score-titles': { payload: z.strictObject({}), scope: 'tenant' },
  /** Maps the people of titles to occupations that a person confirmed, as an operation. */
  'confirm-mappings': operation('mapping:write'),
  /** Takes an uploaded file into the catalogue: the organization's own or, for an operator, the one that all share. */
  'import-source': {
    payload: z.strictObject({ operationId: z.uuid(), uploadId: z.uuid() }),
    scope: 'tenant',
    permission: 'catalogue:write',
  },
  /** Plans or applies an import of an uploaded file of people, targets, positions or ratings, as an operation. */
  'import-file': operation('directory:write'),
  /** Erases a person, as an operation. */
  'erase-person': operation('people:erase'),
  /** Queues the letters about a contest: to the HR partners that it is open, to the person that it is answered. */
  'contest-letters': { payload: z.strictObject({ contestId: z.uuid() }), scope: 'tenant' },
  /** Queues the letters that a sign-in was connected with a person, or that it was taken back. */
  'sign-in-letters': {
    payload: z.strictObject({
      ...{ employeeId: z.uuid(), userId: z.uuid(), by: z.string() },
      isLinked: z.boolean().default(true),
    }),
    scope: 'tenant',
  },
  /** Opens a cycle of assessments, as an operation. */
  'open-cycle': operation('cycles:run'),
  /** Queues the letters about open cycles that are due: first ones, and to those who still owe ratings. */
  'cycle-letters': { payload: z.strictObject({}), scope: 'tenant' },
  /** Puts the disagreements of closed cycles in order, of the people who wait for it. */
  'order-disagreements': { payload: z.strictObject({}), scope: 'tenant' },
  /** Looks once through evidence and drafts from before an upgrade. */
  'reopen-evidence': { payload: z.strictObject({}), scope: 'tenant' },
  /** Changes many people, as an operation. */
  'change-people': operation('directory:write'),
  /** Removes every row of an organization that an owner, or the operator, said is to be deleted. */
  'delete-organization': { payload: z.strictObject({}), scope: 'tenant' },
  /** Asks for what the clock alone makes due: figures of the organization's new day, the release of a month end. */
  'keep-up': { payload: z.strictObject({}), scope: 'tenant' },
  /**
   * Sessions past their end, and a keep-up for each organization: every hour, since each has its own midnight, and when
   * a worker starts.
   */
  'hourly-upkeep': { payload: z.strictObject({}), scope: 'system', cron: '7 * * * *', atStart: true },
  /** Writes the heads of all audit logs to files under DATA_DIR, every hour. */
  'publish-audit-heads': { payload: z.strictObject({}), scope: 'system', cron: '11 * * * *' },
  /** Sends the letters that wait; asked for with each of them, and when a worker starts. */
  'send-mails': { payload: z.strictObject({}), scope: 'system', atStart: true },
} as const satisfies Record<string, JobDeclaration>;

export interface JobDeclaration {
  readonly payload: z.ZodType;
  readonly scope: 'tenant' | 'system';
  /** Of a job that does an operation: what who asked for it must still be allowed to when it begins. */
  readonly permission?: Permission;
  readonly cron?: string;
  /** Also run when a worker starts. */
  readonly atStart?: true;
}

export type JobName = keyof typeof JOBS;
export type JobPayload<Name extends JobName> = z.infer<(typeof JOBS)[Name]['payload']>;
/** Jobs that run as one organization. */
export type TenantJobName = {
  [Name in JobName]: (typeof JOBS)[Name]['scope'] extends 'tenant' ? Name : never;
}[JobName];
