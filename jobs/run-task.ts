import { type QueryExecutorProvider, sql } from 'kysely';
import { z } from 'zod';
import type { Database } from '#db/database';
import type { SystemConnection } from '#db/system';
import {
  type Actor,
  type MembersContext,
  type TenantContext,
  withAuth,
  withMembers,
  withTenant,
} from '#db/tenancy';
import type { KeyedHash } from '~/keyed-hash.server';
import type { Logger } from '~/logger.server';
import { listReleaseReaders, type ReleaseReader } from '~/modules/organizations/queries/list-release-readers';
import { makerOfToken } from '~/modules/organizations/queries/maker-of-token';
import { type Asker, reachOfAsker } from '~/modules/organizations/queries/reach-of-asker';
import { JOBS, type JobDeclaration, type JobName, type JobPayload, type TenantJobName } from './catalog';
import { type AsOperator, operatorTransactions } from './operator-transaction';
import { createRemoval, type Removal } from './removal';

/** A task of one organization. inTenant opens a transaction in which this worker is seen to still hold the job. */
export type TenantTask<Name extends JobName> = (run: {
  readonly payload: Name extends TenantJobName ? JobPayload<Name> : never;
  readonly inTenant: <T>(work: (ctx: TenantContext) => Promise<T>) => Promise<T>;
  /** A transaction about the members of the job's organization. It cannot see the job: what it does may be done twice. */
  readonly inMembers: <T>(work: (ctx: MembersContext) => Promise<T>) => Promise<T>;
  readonly keyedHash: KeyedHash;
  readonly asOperator: AsOperator;
  readonly removal: Removal;
  /** Who reads released figures of the job's organization. */
  readonly listReaders: () => Promise<ReleaseReader[]>;
  /** Whether who asked for the job's operation may still do so, by the permission that the job declares. */
  readonly mayStill: (asker: Actor, askedAt: Date) => Promise<boolean>;
  /** The user who made the token that asked; null: nobody of the organization, or no token asked. */
  readonly makerOf: (asker: Actor) => Promise<string | null>;
  readonly logger: Logger;
}) => Promise<void>;

/** A task of no organization. */
export type SystemTask = (run: { readonly database: Database; readonly logger: Logger }) => Promise<void>;

export interface HeldJob {
  readonly jobId: string;
  readonly workerId: string;
  /** Which try this is, from 1: a job taken again by the same pool is another attempt. */
  readonly attempt: number;
  readonly name: JobName;
  readonly payload: unknown;
}

/** The worker that ran this job was declared dead and the job given to another: whatever was not committed is void. */
export class JobNoLongerHeld extends Error {
  constructor() {
    super('the job is no longer held by this worker');
    this.name = 'JobNoLongerHeld';
  }
}

const envelope = z.strictObject({ organizationId: z.uuid(), payload: z.unknown() });
const JOB_LIMIT_MS = 600_000;

interface Tools {
  readonly database: Database;
  readonly keyedHash: KeyedHash;
  /** The operator's connection, for jobs that an operator of the installation asked for. */
  readonly system: SystemConnection;
  readonly logger: Logger;
}

/** Runs a tenant task: payload checked, each transaction fenced by the job's lock (security.md 1.11). */
export async function runTenantTask<Name extends TenantJobName>(
  tools: Tools,
  job: HeldJob,
  task: TenantTask<Name>,
): Promise<void> {
  const { organizationId, payload } = envelope.parse(job.payload);
  const checked = JOBS[job.name].payload.parse(payload) as Name extends TenantJobName
    ? JobPayload<Name>
    : never;
  const actor = { kind: 'job', id: job.jobId } as const;
  const logger = tools.logger.child({ job: job.name, jobId: job.jobId, organizationId });
  await task({
    payload: checked,
    logger,
    keyedHash: tools.keyedHash,
    asOperator: operatorTransactions(tools.system, (ctx) => requireHeld(ctx.tx, job)),
    inMembers: (work) => withMembers(tools.database, { organizationId, actor }, work),
    removal: createRemoval(tools, organizationId, job.jobId),
    mayStill: (asker, askedAt) =>
      mayStill(tools.database, { organizationId, actor: asker, askedAt }, job.name),
    makerOf: ({ kind, id }) =>
      kind === 'token' ? makerOfToken(tools.database, organizationId, id) : Promise.resolve(null),
    listReaders: () => withAuth(tools.database, (ctx) => listReleaseReaders(ctx, organizationId)),
    inTenant: (work) =>
      withTenant(tools.database, { organizationId, actor, limitMs: JOB_LIMIT_MS }, async (ctx) => {
        await requireHeld(ctx.tx, job);
        return work(ctx);
      }),
  });
}

/** Denies where the job declares no permission. */
async function mayStill(database: Database, asker: Asker, name: JobName): Promise<boolean> {
  const { permission }: JobDeclaration = JOBS[name];
  if (!permission) return false;
  return (await withAuth(database, (ctx) => reachOfAsker(ctx, asker, permission))) !== 'none';
}

/** Locks the job's row until the transaction ends; whoever lost the job gets no further. */
async function requireHeld(tx: QueryExecutorProvider, { jobId, workerId, attempt }: HeldJob): Promise<void> {
  const { rows } = await sql<{ held: boolean }>`
    select public.hold_job(${jobId}::text::bigint, ${workerId}, ${attempt}::integer) as held`.execute(tx);
  if (!rows[0]?.held) throw new JobNoLongerHeld();
}
