import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterEach, describe, expect, it } from 'vitest';
import { attachEmbedded } from '../../db/embedded/attach-embedded';
import { type EmbeddedServer, startEmbedded } from '../../db/embedded/embedded-server';
import { isAlive } from '../../db/embedded/process-identity';
import { acquireStartLock } from '../../db/embedded/start-lock';

const LIMIT = 60_000;
const folders: string[] = [];
const servers: EmbeddedServer[] = [];
const spawned: number[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) await server.stop().catch(() => undefined);
  for (const pid of spawned.splice(0)) if (isAlive(pid)) process.kill(pid, 'SIGKILL');
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'cadre-embedded-'));
  folders.push(folder);
  return folder;
}

async function start(dataDir: string, sentences: string[] = [], fast = true): Promise<EmbeddedServer> {
  const server = await startEmbedded({ dataDir, log: (sentence) => sentences.push(sentence), fast });
  servers.push(server);
  return server;
}

async function ask(url: string, query: string): Promise<readonly Record<string, unknown>[]> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined, connect_timeout: 5 });
  try {
    return await sql.unsafe(query);
  } finally {
    await sql.end();
  }
}

function clusterOf(dataDir: string): string {
  const pointer = join(dataDir, 'postgres-location.json');
  const folder = existsSync(pointer) ? JSON.parse(readFileSync(pointer, 'utf8')).path : dataDir;
  return join(folder, 'postgres');
}

describe('a fresh data folder', () => {
  it('has the roles, the closed database, checksums and private secrets', { timeout: LIMIT }, async () => {
    const dataDir = temporaryFolder();
    const { urls, adopted } = await start(dataDir);
    expect(adopted).toBe(false);

    const roles = await ask(
      urls.admin,
      `select rolname, rolsuper, rolbypassrls, rolcreatedb, rolcreaterole, rolreplication, rolcanlogin,
              'track_activities=off' = any(rolconfig) as hidden
         from pg_roles where rolname like 'cadre\\_%' and rolname <> 'cadre_admin' order by rolname`,
    );
    const plain = {
      rolsuper: false,
      rolbypassrls: false,
      rolcreatedb: false,
      rolcreaterole: false,
      rolreplication: false,
      rolcanlogin: true,
    };
    expect(roles.map((role) => ({ ...role }))).toEqual([
      { rolname: 'cadre_app', ...plain, hidden: true },
      { rolname: 'cadre_auth', ...plain, hidden: true },
      { rolname: 'cadre_owner', ...plain, hidden: null },
    ]);

    const [database] = await ask(
      urls.admin,
      `select pg_get_userbyid(datdba) as owner, pg_encoding_to_char(encoding) as encoding, datlocale,
              has_database_privilege('public', oid, 'connect') as open,
              current_setting('data_checksums') as checksums, current_setting('fsync') as fsync
         from pg_database where datname = 'cadre'`,
    );
    expect(database).toMatchObject({
      owner: 'cadre_owner',
      encoding: 'UTF8',
      datlocale: 'C.UTF-8',
      open: false,
      checksums: 'on',
    });
    expect(statSync(join(dataDir, 'postgres-secrets.json')).mode & 0o777).toBe(0o600);
  });

  it('lets each role in with its own password only, and only the owner make tables', {
    timeout: LIMIT,
  }, async () => {
    const { urls } = await start(temporaryFolder());
    for (const [role, url] of [
      ['cadre_owner', urls.owner],
      ['cadre_app', urls.app],
      ['cadre_auth', urls.auth],
    ] as const) {
      expect((await ask(url, 'select current_user as me'))[0]).toEqual({ me: role });
    }
    const forged = new URL(urls.app);
    forged.password = new URL(urls.auth).password;
    await expect(ask(forged.href, 'select 1')).rejects.toThrow(/password authentication failed/);
    await expect(ask(urls.app.replace(/cadre$/, 'postgres'), 'select 1')).rejects.toThrow(
      /permission denied/,
    );
    await expect(ask(urls.app, 'create table t (n int)')).rejects.toThrow(/permission denied/);
    await ask(urls.owner, 'create extension pg_trgm; create table t (n int)');
  });
});

describe('a data folder that was used before', () => {
  it('keeps its data over a stop and a start', { timeout: LIMIT }, async () => {
    const dataDir = temporaryFolder();
    const first = await start(dataDir);
    await ask(first.urls.owner, 'create table kept as select 42 as n');
    await first.stop();
    expect(isAlive(first.pid)).toBe(false);
    expect(attachEmbedded({ dataDir })).toBeNull();

    const sentences: string[] = [];
    const second = await start(dataDir, sentences);
    expect(sentences.filter((text) => text.startsWith('Creating'))).toEqual([]);
    expect(await ask(second.urls.owner, 'select n from kept')).toEqual([{ n: 42 }]);
    expect(attachEmbedded({ dataDir })).toEqual(second.urls);
  });

  it('starts after kill -9 of PostgreSQL', { timeout: LIMIT }, async () => {
    const dataDir = temporaryFolder();
    // Not the fast settings: they lose what was committed in the last moment before a crash.
    const first = await start(dataDir, [], false);
    await ask(first.urls.owner, 'create table kept as select 42 as n');
    process.kill(first.pid, 'SIGKILL');
    await first.ended;
    expect(existsSync(join(clusterOf(dataDir), 'postmaster.pid'))).toBe(true);

    const second = await start(dataDir, [], false);
    expect(second.adopted).toBe(false);
    expect(await ask(second.urls.owner, 'select n from kept')).toEqual([{ n: 42 }]);
  });

  it('starts when the stale pid file names a living stranger of the same user', {
    timeout: LIMIT,
  }, async () => {
    const dataDir = temporaryFolder();
    const first = await start(dataDir);
    const cluster = clusterOf(dataDir);
    const file = join(cluster, 'postmaster.pid');
    process.kill(first.pid, 'SIGKILL');
    await first.ended;
    const { uid, gid } = statSync(cluster);
    const stranger = spawn('sleep', ['600'], { uid, gid, cwd: '/', stdio: 'ignore' });
    spawned.push(stranger.pid ?? 0);
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^\d+/, String(stranger.pid)));

    expect(attachEmbedded({ dataDir })).toBeNull();
    const second = await start(dataDir);
    expect(second.adopted).toBe(false);
    expect(isAlive(stranger.pid ?? 0)).toBe(true);
    expect(await ask(second.urls.app, 'select 1 as n')).toEqual([{ n: 1 }]);
  });

  it('adopts a server that outlived its Cadre, and can stop it', { timeout: LIMIT }, async () => {
    const dataDir = temporaryFolder();
    const first = await start(dataDir);
    const second = await start(dataDir);
    expect(second).toMatchObject({ adopted: true, pid: first.pid, port: first.port, urls: first.urls });
    expect(await ask(second.urls.app, 'select 1 as n')).toEqual([{ n: 1 }]);
    await second.stop();
    expect(isAlive(first.pid)).toBe(false);
  });

  it('makes new passwords when the file with them is lost', { timeout: LIMIT }, async () => {
    const dataDir = temporaryFolder();
    const first = await start(dataDir);
    await ask(first.urls.owner, 'create table kept as select 42 as n');
    rmSync(join(dataDir, 'postgres-secrets.json'));

    const second = await start(dataDir);
    expect(new URL(second.urls.admin).password).not.toBe(new URL(first.urls.admin).password);
    expect(await ask(second.urls.owner, 'select n from kept')).toEqual([{ n: 42 }]);
    expect(await ask(second.urls.admin, 'select 1 as n')).toEqual([{ n: 1 }]);
  });

  it('starts again after a first start that was killed half-way', { timeout: LIMIT }, async () => {
    const dataDir = temporaryFolder();
    mkdirSync(join(dataDir, 'postgres.initializing', 'data'), { recursive: true });
    writeFileSync(join(dataDir, 'postgres.initializing', 'data', 'PG_VERSION'), '18\n');
    const server = await start(dataDir);
    expect(await ask(server.urls.app, 'select 1 as n')).toEqual([{ n: 1 }]);
  });

  it('refuses a cluster of another PostgreSQL version in one sentence', { timeout: LIMIT }, async () => {
    const dataDir = temporaryFolder();
    await (await start(dataDir)).stop();
    writeFileSync(join(clusterOf(dataDir), 'PG_VERSION'), '16\n');
    await expect(start(dataDir)).rejects.toMatchObject({
      code: 'wrong-version',
      message: expect.stringMatching(/made by PostgreSQL 16 and Cadre comes with PostgreSQL 18;[^.]*\.$/),
    });
  });
});

describe('the lock of a data folder', () => {
  it('is held by one living process and taken over from a dead one', () => {
    const dataDir = temporaryFolder();
    const lock = acquireStartLock(dataDir);
    expect(lock.tookOver).toBe(false);
    expect(() => acquireStartLock(dataDir)).toThrow(/already running/);
    lock.release();
    expect(existsSync(join(dataDir, 'cadre.lock'))).toBe(false);

    // The id of this very process with another start time: an earlier process of the same id.
    writeFileSync(join(dataDir, 'cadre.lock'), JSON.stringify({ pid: process.pid, started: 'earlier' }));
    const second = acquireStartLock(dataDir);
    expect(second.tookOver).toBe(true);
    second.release();
  });
});

describe.runIf(process.getuid?.() === 0)('root in a folder that the user postgres cannot reach', () => {
  it('keeps the database where the user can, says so, and finds it again', { timeout: LIMIT }, async () => {
    const closed = temporaryFolder();
    const dataDir = join(closed, 'project', '.data');
    chmodSync(closed, 0o700);
    const elsewhere = join('/var/lib/cadre', createHash('sha256').update(dataDir).digest('hex').slice(0, 16));
    folders.push(elsewhere);
    const sentences: string[] = [];
    const first = await start(dataDir, sentences);
    expect(sentences.filter((text) => text.includes(elsewhere))).toHaveLength(1);
    expect(statSync(join(elsewhere, 'postgres')).uid).not.toBe(0);
    expect(existsSync(join(dataDir, 'postgres'))).toBe(false);
    await ask(first.urls.owner, 'create table kept as select 42 as n');
    await first.stop();

    const second = await start(dataDir);
    expect(await ask(second.urls.owner, 'select n from kept')).toEqual([{ n: 42 }]);
    expect(attachEmbedded({ dataDir })).toEqual(second.urls);
  });
});
