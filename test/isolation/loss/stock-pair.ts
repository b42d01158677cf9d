import { once } from 'node:events';
import postgres from 'postgres';
import { signTenant } from '#db/signing';
import { TEST_TENANT_KEY } from '#test/setup/test-keys';

/** What one handler saw when it went on after its backend had been terminated. */
export interface Resumed {
  readonly names: readonly string[];
  readonly error: string | undefined;
}

export interface LossScene {
  readonly appUrl: string;
  readonly admin: postgres.Sql;
  readonly first: string;
  readonly second: string;
}

type Run = (text: string) => Promise<readonly Record<string, unknown>[]>;

/**
 * The scene with postgres.js as the stock dialect uses it: one reserved connection per transaction, which the
 * library replaces when it closes. The first handler's backend is terminated while it waits; the second begins;
 * the first goes on.
 */
export async function resumeOnReserved({ appUrl, admin, first, second }: LossScene): Promise<Resumed> {
  const { sql, closed } = stockPool(appUrl);
  const one = await sql.reserve();
  const pid = await begin((text) => one.unsafe(text), first);
  await admin`select pg_terminate_backend(${pid})`;
  await closed;
  const two = await sql.reserve();
  await begin((text) => two.unsafe(text), second);
  const resumed = await readAll((text) => one.unsafe(text));
  await two.unsafe('rollback');
  await sql.end({ timeout: 0 });
  return resumed;
}

/** The same scene through sql.begin(): its promise fails, and the handler inside goes on all the same. */
export async function resumeInsideBegin({ appUrl, admin, first, second }: LossScene): Promise<Resumed> {
  const { sql, closed } = stockPool(appUrl);
  const goOn = Promise.withResolvers<void>();
  const resumed = Promise.withResolvers<Resumed>();
  const pid = Promise.withResolvers<number>();
  const one = sql.begin(async (tx) => {
    pid.resolve(await signIn((text) => tx.unsafe(text), first));
    await goOn.promise;
    resumed.resolve(await readAll((text) => tx.unsafe(text)));
  });
  one.catch(() => {});
  await admin`select pg_terminate_backend(${await pid.promise})`;
  await closed;
  await sql
    .begin(async (tx) => {
      await signIn((text) => tx.unsafe(text), second);
      goOn.resolve();
      await resumed.promise;
    })
    .catch(() => {});
  await sql.end({ timeout: 0 });
  return resumed.promise;
}

function stockPool(appUrl: string): { sql: postgres.Sql; closed: Promise<unknown> } {
  const events = new EventTarget();
  const closed = once(events, 'closed');
  const sql = postgres(appUrl, {
    max: 1,
    onnotice: () => {},
    onclose: () => void events.dispatchEvent(new Event('closed')),
  });
  return { sql, closed };
}

async function begin(run: Run, organizationId: string): Promise<number> {
  await run('begin');
  return signIn(run, organizationId);
}

/** Becomes the organization, honestly signed for this backend. */
async function signIn(run: Run, organizationId: string): Promise<number> {
  const [row] = await run('select pg_backend_pid() as pid');
  const backendPid = Number(row?.pid);
  const expiresAt = Math.ceil(Date.now() / 1000) + 60;
  await run(
    `set local app.tenant = '${signTenant(TEST_TENANT_KEY, { organizationId, backendPid, expiresAt })}'`,
  );
  return backendPid;
}

async function readAll(run: Run): Promise<Resumed> {
  try {
    const rows = await run('select name from teams');
    return { names: rows.map(({ name }) => String(name)), error: undefined };
  } catch (error) {
    return { names: [], error: String(error) };
  }
}
