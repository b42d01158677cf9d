import { z } from 'zod';

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
  /** Marks what changes today by the clock alone, in each organization, and asks for month-end releases. */
  'daily-upkeep': { payload: z.strictObject({}), scope: 'system', cron: '7 0 * * *' },
} as const satisfies Record<string, JobDeclaration>;

export interface JobDeclaration {
  readonly payload: z.ZodType;
  readonly scope: 'tenant' | 'system';
  readonly cron?: string;
}

export type JobName = keyof typeof JOBS;
export type JobPayload<Name extends JobName> = z.infer<(typeof JOBS)[Name]['payload']>;
/** Jobs that run as one organization. */
export type TenantJobName = {
  [Name in JobName]: (typeof JOBS)[Name]['scope'] extends 'tenant' ? Name : never;
}[JobName];
