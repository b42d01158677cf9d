import { createHash } from 'node:crypto';
import { setTimeout as pause, setImmediate as turn } from 'node:timers/promises';
import postgres from 'postgres';
import { afterAll, describe, expect, it } from 'vitest';
import { proofSeed, type SeededRandom, seededRandom } from '#test/isolation/loss/seeded-random';
import { openTestWeb } from '#test/setup/web';
import {
  type Client,
  emptyTraffic,
  importSomething,
  readSomething,
  signInAndOut,
  type TrafficLog,
} from './kill-traffic';

const KILLS = Number(process.env.KILLS) || 500;
const LIMIT_MS = 90_000 + KILLS * 100;
const READERS = 4;

const web = await openTestWeb();
const admin = postgres(web.db.urls.admin, { max: 1, onnotice: () => {} });
/** Signed in before the kills: so many sign-ins from one address are refused for a while afterwards. */
const stayer = await web.signInAs('owner');
const stray: string[] = [];
const note = (error: unknown) => void stray.push(String(error));
process.on('uncaughtException', note).on('unhandledRejection', note);
afterAll(async () => {
  process.off('uncaughtException', note).off('unhandledRejection', note);
  await admin.end();
});

describe('connection loss through real routes (security.md proof 1)', () => {
  it(
    'shows nobody a foreign row, hangs nobody, and loses and doubles no acknowledged write',
    async () => {
      const seed = proofSeed();
      const log = emptyTraffic();
      const { kills, ms } = await trafficUnderKills(seed, log);
      await turn();
      const kept = await judge(log);
      const written = [...log.written.values()].reduce((sum, list) => sum + list.length, 0);
      console.info(
        `proof 1, routes: ${kills} kills in ${Math.round(ms / 100) / 10} s, ${log.requests} requests, ` +
          `statuses ${JSON.stringify(Object.fromEntries(log.statuses))}, ${written} imports acknowledged, ` +
          `refused ${JSON.stringify(Object.fromEntries(log.refusedWrites))}, ${log.open.length} sign-ins left open, ` +
          `${log.ended.length} signed out; foreign ${log.foreign.length}, unexpected ${log.unexpected.length}, ` +
          `uncaught ${stray.length}, ${JSON.stringify(kept)}; PROOF_SEED=${seed}`,
      );
      expect(log.foreign).toEqual([]);
      expect(log.unexpected).toEqual([]);
      expect(stray).toEqual([]);
      expect(kept).toEqual({ missing: 0, doubled: 0, foreign: 0, lostSessions: 0, livingSessions: 0 });
      expect(kills).toBeGreaterThanOrEqual(KILLS);
      expect(log.requests).toBeGreaterThan(KILLS / 2);
      expect(log.statuses.get(503) ?? 0).toBeGreaterThan(0);
      expect(Math.min(...[...log.written.values()].map((list) => list.length))).toBeGreaterThan(5);
      expect(log.ended.length * log.open.length).toBeGreaterThan(0);
    },
    LIMIT_MS,
  );

  it('and everything works again afterwards', async () => {
    const token = await web.token('hr_partner');
    for (const path of ['/api/v1/me', '/api/v1/heatmap', '/api/v1/heatmap?rows=person']) {
      expect((await web.send(path, { token })).status).toBe(200);
    }
  });
});

describe('red control: the judge', () => {
  it('sees an acknowledged write that is not there, and one that is there for another organization', async () => {
    const log = emptyTraffic();
    log.written.set(web.a.organizationId, ['never written']);
    log.written.set(web.b.organizationId, [`Seen at the gate ${web.a.canary}`]);
    log.open.push('__Host-cadre=never');
    log.ended.push(stayer);
    const kept = await judge(log);
    expect(kept).toMatchObject({ missing: 1, lostSessions: 1, livingSessions: 1 });
    expect(kept.foreign).toBeGreaterThan(0);
    expect(kept.doubled).toBe(1);
  });
});

async function trafficUnderKills(seed: number, log: TrafficLog) {
  const { a, b } = web;
  const clients: Client[] = [];
  for (const [own, other] of [
    [a, b],
    [b, a],
  ] as const) {
    const cookie = await web.signInAs('hr_partner', own);
    const token = await web.token('hr_partner', { of: own });
    for (let index = 0; index < READERS + 2; index += 1) {
      clients.push({ web, own, other, cookie, token, log, random: seededRandom(seed + clients.length + 1) });
    }
  }
  let over = false;
  const running = clients.map(async (client, index) => {
    const role = index % (READERS + 2);
    for (let number = 0; !over; number += 1) {
      if (role === READERS) await importSomething(client, number);
      else if (role === READERS + 1) await signInAndOut(client);
      else await readSomething(client);
    }
  });
  const started = performance.now();
  const kills = await killBackends(seededRandom(seed));
  over = true;
  await Promise.all(running);
  return { kills, ms: performance.now() - started };
}

/** Terminates random backends of both runtime roles until the number is reached. */
async function killBackends(random: SeededRandom): Promise<number> {
  for (let kills = 0; ; ) {
    if (kills >= KILLS) return kills;
    const [row] = await admin<{ killed: boolean }[]>`
      with backends as (
        select pid, row_number() over (order by backend_start, pid) as place, count(*) over () as many
          from pg_stat_activity
         where usename in ('cadre_app', 'cadre_auth') and datname = current_database()
      )
      select pg_terminate_backend(pid) as killed from backends
       where place = 1 + floor(${random.next()}::float8 * many)`;
    if (row?.killed) kills += 1;
    await pause(random.below(40));
  }
}

/** As superuser, past row security: what is there against what the clients were told. */
async function judge(log: TrafficLog) {
  const kept = { missing: 0, doubled: 0, foreign: 0, lostSessions: 0, livingSessions: 0 };
  for (const [organizationId, texts] of log.written) {
    const rows = await admin<{ body: string; n: number; foreign: number }[]>`
      select body, count(*)::int as n, count(*) filter (where organization_id <> ${organizationId})::int as foreign
        from evidence where body = any(${texts}) group by body`;
    const found = new Map(rows.map((row) => [row.body, row]));
    kept.missing += texts.filter((text) => !found.has(text)).length;
    kept.doubled += rows.filter(({ n }) => n > 1).length;
    kept.foreign += rows.reduce((sum, row) => sum + row.foreign, 0);
  }
  const stored = new Set(
    (await admin<{ hash: string }[]>`select session_hash as hash from auth.sessions`).map(({ hash }) => hash),
  );
  const isStored = (cookie: string) =>
    stored.has(
      createHash('sha256')
        .update(cookie.split('=')[1] ?? '')
        .digest('hex'),
    );
  kept.lostSessions = log.open.filter((cookie) => !isStored(cookie)).length;
  kept.livingSessions = log.ended.filter(isStored).length;
  return kept;
}
