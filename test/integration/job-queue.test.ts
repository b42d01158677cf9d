import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enqueue } from '#jobs/enqueue';
import { openTestDatabase, type TestDatabase } from '#test/setup/database';
import { prometheusText } from '~/http/metrics/prometheus-text';
import { queueMetrics } from '~/http/metrics/queue-metrics.server';
import { insertDirty } from '~/modules/capability/data/dirty-lists';
import { getFiguresAlert } from '~/modules/capability/queries/get-figures-alert';
import { dropFailedJobs, retryJobs } from '~/modules/organizations/commands/retry-jobs';
import { insertOperation } from '~/modules/organizations/data/operation-rows';
import { MOST_JOBS } from '~/modules/organizations/domain/job';
import { listFigureJobs, listOwnJobs } from '~/modules/organizations/queries/list-own-jobs';

let db: TestDatabase;
let admin: postgres.Sql;
let own: string;
let other: string;

beforeAll(async () => {
  db = await openTestDatabase();
  admin = postgres(db.urls.admin, { max: 1, onnotice: () => {} });
  own = (await db.newOrganization()).organizationId;
  other = (await db.newOrganization()).organizationId;
  for (const organization of [own, other])
    await db.tenant(organization, async (ctx) => {
      await insertDirty(ctx, { employeeIds: [crypto.randomUUID()], teamIds: [] });
      await enqueue(ctx, 'refresh-capability', {});
      await enqueue(ctx, 'keep-up', {});
    });
});
afterAll(() => admin.end());

/** What the queue says of a job that failed, and of how often. */
const fail = (organization: string, kind: string, attempts: number) => admin`
  update graphile_worker._private_jobs j
     set attempts = ${attempts}, last_error = 'ConnectionLost', run_at = now() + interval '1 hour', key = null
    from graphile_worker._private_tasks t
   where t.id = j.task_id and t.identifier = ${kind} and j.payload ->> 'organizationId' = ${organization}`;
const jobs = (organization = own) => db.tenant(organization, listOwnJobs);
const alert = (of: 'live' | 'released' = 'live') => db.tenant(own, (ctx) => getFiguresAlert(ctx, { of }));

describe('the job queue as an organization sees it', () => {
  it('lists the own jobs alone, with the operation that they do', async () => {
    const id = crypto.randomUUID();
    await db.tenant(own, (ctx) => enqueue(ctx, 'change-people', { operationId: id }, { key: null }));
    const listed = await jobs();
    expect(listed.map(({ kind }) => kind).sort()).toEqual(['change-people', 'keep-up', 'refresh-capability']);
    expect(listed.find(({ kind }) => kind === 'change-people')?.operationId).toBe(id);
    expect((await jobs(other)).map(({ kind }) => kind).sort()).toEqual(['keep-up', 'refresh-capability']);
    expect(JSON.stringify(listed)).not.toContain(other);
    expect(await alert()).toBeNull();
  });

  it('says that a job fails, why and when it is tried next, and warns where its figures stand', async () => {
    await fail(own, 'refresh-capability', 2);
    const [first] = await jobs();
    expect(first).toMatchObject({
      kind: 'refresh-capability',
      state: 'failing',
      attempts: 2,
      reason: 'ConnectionLost',
    });
    expect(Date.parse(first?.nextAt ?? '')).toBeGreaterThan(Date.now());
    expect(await alert()).toEqual({ state: 'failing', since: first?.askedAt });
    expect(await alert('released')).toBeNull();
  });

  it('has a failed job tried again now, nobody else’s, and says so in the log', async () => {
    await fail(other, 'refresh-capability', 2);
    expect(await db.tenant(own, (ctx) => retryJobs(ctx, 'refresh-capability'))).toBe(1);
    const [first] = await jobs();
    expect(Date.parse(first?.nextAt ?? '')).toBeLessThanOrEqual(Date.now());
    expect(Date.parse((await jobs(other))[0]?.nextAt ?? '')).toBeGreaterThan(Date.now());
    const entries =
      await admin`select details from audit_entries where action = 'jobs.retry' and organization_id = ${own}`;
    expect(entries.map(({ details }) => details)).toEqual([{ kind: 'refresh-capability', jobs: 1 }]);
  });

  it('gives a job that is not tried again more tries, or takes it off the list', async () => {
    await fail(own, 'keep-up', 25);
    expect((await jobs()).find(({ kind }) => kind === 'keep-up')).toMatchObject({
      state: 'failed',
      nextAt: null,
    });
    await db.tenant(own, (ctx) => retryJobs(ctx, 'keep-up'));
    expect((await jobs()).find(({ kind }) => kind === 'keep-up')).toMatchObject({
      state: 'failing',
      attempts: 25,
    });
    await expect(db.tenant(own, (ctx) => dropFailedJobs(ctx, 'keep-up'))).rejects.toThrow('in trouble');
    await fail(own, 'keep-up', 99);
    expect(await db.tenant(own, (ctx) => dropFailedJobs(ctx, 'keep-up'))).toBe(1);
    expect((await jobs()).some(({ kind }) => kind === 'keep-up')).toBe(false);
    expect((await jobs(other)).some(({ kind }) => kind === 'keep-up')).toBe(true);
  });

  it('ends with the job the operation that it was to do', async () => {
    const id = crypto.randomUUID();
    const { organizationId } = await db.newOrganization();
    await db.tenant(organizationId, async (ctx) => {
      await insertOperation(ctx, { operationId: id, kind: 'change-people', input: {} });
      await enqueue(ctx, 'change-people', { operationId: id }, { key: null });
    });
    await fail(organizationId, 'change-people', 99);
    expect(await db.tenant(organizationId, (ctx) => dropFailedJobs(ctx, 'change-people'))).toBe(1);
    const [row] =
      await admin`select state, error, finished_at is null as open from operations where operation_id = ${id}`;
    expect(row).toMatchObject({ state: 'failed', open: false, error: { kind: 'failed' } });
  });

  it('keeps on the list what nobody would ask for again', async () => {
    const { organizationId } = await db.newOrganization();
    const contestId = crypto.randomUUID();
    await db.tenant(organizationId, (ctx) => enqueue(ctx, 'contest-letters', { contestId }, { key: null }));
    await fail(organizationId, 'contest-letters', 99);
    for (const kind of ['contest-letters', 'sign-in-letters', 'erase-person', 'make-release'])
      await expect(db.tenant(organizationId, (ctx) => dropFailedJobs(ctx, kind))).rejects.toThrow('stays');
    expect(await jobs(organizationId)).toMatchObject([{ kind: 'contest-letters', state: 'failed' }]);
  });

  it('shows jobs of figures in trouble, and warns of them, beside a thousand others', async () => {
    const { organizationId } = await db.newOrganization();
    await db.tenant(organizationId, async (ctx) => {
      await insertDirty(ctx, { employeeIds: [crypto.randomUUID()], teamIds: [] });
      await enqueue(ctx, 'change-people', { operationId: crypto.randomUUID() }, { key: null });
      await enqueue(ctx, 'refresh-capability', {});
    });
    await fail(organizationId, 'refresh-capability', 2);
    await admin`
      insert into graphile_worker._private_jobs (task_id, payload, attempts, max_attempts, last_error, created_at)
      select t.id, ${{ organizationId, payload: {} } as never}::json, 25, 25, 'Error', now() - interval '1 day'
        from graphile_worker._private_tasks t, generate_series(1, 1000) where t.identifier = 'change-people'`;
    const found = await jobs(organizationId);
    expect(found).toHaveLength(MOST_JOBS);
    expect(found[0]).toMatchObject({ kind: 'refresh-capability', state: 'failing' });
    expect((await db.tenant(organizationId, listFigureJobs)).map(({ kind }) => kind)).toEqual([
      'refresh-capability',
    ]);
    const alerted = await db.tenant(organizationId, (ctx) => getFiguresAlert(ctx, { of: 'live' }));
    expect(alerted?.state).toBe('failing');
    await admin`delete from graphile_worker._private_jobs where payload ->> 'organizationId' = ${organizationId}`;
  });

  it('finds its own jobs by an index, whatever the queue holds of others', async () => {
    const plan = await admin.begin(async (sql) => {
      await sql`set local enable_seqscan = off`;
      return sql`explain select 1 from graphile_worker._private_jobs j
                  where j.payload ->> 'organizationId' = ${own} and j.task_id = 1`;
    });
    expect(JSON.stringify(plan)).toContain('cadre_own_jobs');
  });

  it('refuses a kind that no organization has, and one of which none is in trouble', async () => {
    await expect(db.tenant(own, (ctx) => retryJobs(ctx, 'send-mails'))).rejects.toThrow('no such kind');
    await expect(db.tenant(own, (ctx) => retryJobs(ctx, 'match-titles'))).rejects.toThrow('in trouble');
  });
});

describe('the metrics of the queue', () => {
  it('count jobs by kind and state and name no organization', async () => {
    await admin`update graphile_worker._private_jobs set created_at = now() - interval '300 seconds'
                 where payload ->> 'organizationId' = ${other}`;
    await admin`insert into cadre_private.worker_heartbeats values ('w', now() - interval '60 seconds')`;
    const text = prometheusText(await queueMetrics(db.database));
    expect(text).toContain('cadre_jobs{kind="refresh-capability",state="failing"} 2');
    expect(text).toContain('cadre_jobs{kind="keep-up",state="waiting"} 1');
    expect(Number(/^cadre_refresh_lag_seconds (\S+)$/m.exec(text)?.[1])).toBeGreaterThanOrEqual(300);
    expect(Number(/^cadre_worker_heartbeat_age_seconds (\S+)$/m.exec(text)?.[1])).toBeGreaterThanOrEqual(60);
    for (const name of [own, other]) expect(text).not.toContain(name);
  });
});
