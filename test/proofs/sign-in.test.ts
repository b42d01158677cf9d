import { expect, it } from 'vitest';
import { normalised } from '#test/integration/http/normalise';
import { proofCount, proofSeed, seededRandom } from '#test/isolation/loss/seeded-random';
import { type Answer, form } from '#test/setup/http-client';
import { openTestWeb, TEST_PASSWORD } from '#test/setup/web';

const EVERYDAY = 200;
const count = proofCount(EVERYDAY);
/** Tries in flight. */
const AT_ONCE = count > EVERYDAY ? 32 : 8;
const seed = proofSeed();
const random = seededRandom(seed);
/** How often people come in beside the tries. */
const visits = Math.max(5, Math.floor(count / 1_000));
const web = await openTestWeb({ env: { TRUSTED_PROXIES: '127.0.0.1' } });
const { hr_partner: victim, executive: other } = web.a.members;

/** How often a password was looked at. */
let looks = 0;
const { verify } = web.services.passwords;
web.services.passwords.verify = (stored, password) => {
  looks += 1;
  return verify(stored, password);
};

interface Try {
  readonly account: string;
  readonly address: string;
  /** Sent by the page's script; else as a form without one. */
  readonly byScript: boolean;
  readonly status: number;
  /** The whole answer without what differs each time. */
  readonly told: string;
}

const address = (from: number) => `10.${(from >> 16) & 255}.${(from >> 8) & 255}.${from & 255}`;
interface Sender {
  readonly from: string;
  readonly cookie?: string;
  readonly byScript?: boolean;
}
const send = (
  email: string,
  password: string,
  { from, cookie = '', byScript = false }: Sender,
): Promise<Answer> => {
  const sent = form(web.origin, { email, password });
  const headers = { ...sent.headers, 'X-Forwarded-For': from };
  return web.send(byScript ? '/login.data' : '/login', { ...sent, headers, cookie });
};

/** Texts that were told, each kept once: a hundred thousand answers are a few texts. */
const texts = new Map<string, string>();
const once = (text: string): string => {
  const kept = texts.get(text);
  if (kept === undefined) texts.set(text, text);
  return kept ?? text;
};

/**
 * What the attackers do next: a network of many addresses on the victim, the same on an account that there is not,
 * one address on one account after the other, and a few addresses on the victim for long.
 */
function next(index: number): { account: string; address: string } {
  const anywhere = address(random.below(2 ** 24));
  const kind = index % 20;
  if (kind < 7) return { account: victim.email, address: anywhere };
  if (kind < 13) return { account: 'nobody@example.test', address: anywhere };
  if (kind < 18) return { account: `n${index}@example.test`, address: '198.51.100.1' };
  return { account: victim.email, address: `198.51.100.${2 + random.below(3)}` };
}

async function attack(from: number): Promise<Try[]> {
  return Promise.all(
    Array.from({ length: AT_ONCE }, async (_, offset) => {
      const { account, address: here } = next(from + offset);
      const byScript = random.below(4) > 0;
      const answer = await send(account, `guess ${from + offset}`, { from: here, byScript });
      const told = normalised(answer, [account])
        .replace(/^retry-after: \d+$/m, 'retry-after')
        .replaceAll(/Try again in [^."]+\./g, 'Try again.');
      return { account, address: here, byScript, status: answer.status, told: once(told) };
    }),
  );
}

interface Bound {
  readonly burst: number;
  readonly everySeconds: number;
}

/** What was tried more often than it may be in that time, by the groups of a key. */
function excess(tries: readonly Try[], keyOf: (one: Try) => string, bound: Bound, seconds: number): string[] {
  const most = bound.burst + Math.ceil(seconds / bound.everySeconds);
  const counts = new Map<string, number>();
  for (const one of tries.filter(({ status }) => status === 422))
    counts.set(keyOf(one), (counts.get(keyOf(one)) ?? 0) + 1);
  return [...counts].filter(([, tried]) => tried > most).map(([key, tried]) => `${key}: ${tried} of ${most}`);
}

/** The limits that are promised (docs/security.md). */
function faultsOf(tries: readonly Try[], seconds: number): string[] {
  return [
    ...excess(tries, ({ account }) => account, { burst: 50, everySeconds: 300 }, seconds),
    ...excess(tries, (one) => one.address, { burst: 60, everySeconds: 30 }, seconds),
    ...excess(tries, (one) => `${one.account} ${one.address}`, { burst: 10, everySeconds: 180 }, seconds),
  ];
}

it(
  'tries are bounded, the victim comes in, others are served, and nothing tells who has an account',
  async () => {
    const started = Date.now();
    const home = '192.0.2.10';
    const known = await send(victim.email, TEST_PASSWORD, { from: home });
    const device = known.cookies.find((cookie) => cookie.startsWith('__Host-cadre-device=')) ?? '';
    expect([known.status, device]).toEqual([302, expect.stringMatching(/=[\w-]{32}$/)]);
    looks = 0;
    const tries: Try[] = [];
    let legitimate = 0;
    const visit = async () => {
      const answers = await Promise.all([
        send(victim.email, TEST_PASSWORD, { from: address(random.below(2 ** 24)), cookie: device }),
        send(victim.email, TEST_PASSWORD, { from: home }),
        send(other.email, TEST_PASSWORD, { from: '192.0.2.20' }),
        web.send('/healthz'),
      ]);
      legitimate += 3;
      expect(answers.map(({ status }) => status)).toEqual([302, 302, 302, 200]);
    };
    const pause = Math.max(1, Math.floor(count / AT_ONCE / visits)) * AT_ONCE;
    for (let from = 0; from < count; from += AT_ONCE) {
      tries.push(...(await attack(from)));
      if (from % pause > 0) continue;
      await visit();
      if (count > EVERYDAY) console.info(`sign-in: ${tries.length} of ${count} tries`);
    }
    await visit();
    const seconds = (Date.now() - started) / 1000;
    const byStatus = (status: number) => tries.filter((one) => one.status === status).length;
    const figures = { tries: tries.length, looked: byStatus(422), refused: byStatus(429), legitimate };
    console.info(`sign-in: ${JSON.stringify({ ...figures, seconds: Math.round(seconds), seed })}`);
    expect(figures.looked + figures.refused).toBe(tries.length);
    expect(faultsOf(tries, seconds)).toEqual([]);
    // One look for each try that was not refused, whether there is such an account or not.
    expect(looks).toBe(figures.looked + legitimate);
    const told = (account: string, status: number, byScript: boolean) => {
      const alike = tries.filter((one) => one.account === account && one.status === status);
      return new Set(alike.filter((one) => one.byScript === byScript).map((one) => one.told));
    };
    for (const status of [422, 429]) {
      for (const byScript of [true, false]) {
        const [of, ofNobody] = [
          told(victim.email, status, byScript),
          told('nobody@example.test', status, byScript),
        ];
        expect([of.size, status]).toEqual([1, status]);
        expect([...of]).toEqual([...ofNobody]);
      }
    }
    // Red control: had the refused tries been looked at, the bounds would have told.
    expect(
      faultsOf(
        tries.map((one) => ({ ...one, status: 422 })),
        seconds,
      ),
    ).not.toEqual([]);
  },
  Math.max(60_000, count * 200),
);
