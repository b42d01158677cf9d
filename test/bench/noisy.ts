import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { type APIRequestContext, request } from '@playwright/test';
import type { DemoAccount } from '#test/e2e/cadre/demo-accounts';
import { openSession } from '#test/e2e/cadre/open-session';
import { startCadre } from '#test/e2e/cadre/start-cadre';

const WARM_UP = 100;
/** Alone and beside take turns, so that what else the machine does falls on both. */
const ROUNDS = 10;
const QUIET_REQUESTS = 100;
/** A part of the bench ends after this long, however many requests were answered until then. */
const PART_MS = 30_000;
const REQUEST_MS = 120_000;
const NOISY_AT_ONCE = 40;
const NOISY_PAGES = ['heatmap', 'heatmap?people=yes', 'occupations', 'audit'];

/**
 * One noisy organization beside a quiet one (security.md, proof 24): how long pages of the quiet one take while members
 * of the other keep forty requests in flight, as a ratio to the same pages alone, in one run of a Cadre of its own.
 */
export async function benchNoisy(): Promise<void> {
  const cadre = await startCadre();
  try {
    const accounts: DemoAccount[] = JSON.parse(readFileSync(cadre.signInsFile, 'utf8'));
    const as = (organization: string) => {
      const account = accounts.find((one) => one.organization === organization && one.role === 'hr_partner');
      if (!account) throw new Error(`no HR partner of ${organization}`);
      return openSession(request, cadre.baseUrl, account);
    };
    const quiet = await as('northgate');
    const noisy = await as('demo');
    await times(quiet, WARM_UP);
    const [alone, beside]: [number[], number[]] = [[], []];
    let answered = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      alone.push(...(await times(quiet, QUIET_REQUESTS)));
      const noise = makeNoise(noisy);
      beside.push(...(await times(quiet, QUIET_REQUESTS)));
      answered += await noise.stop();
    }
    console.log(`noisy: ${alone.length} requests of the quiet organization alone, ${beside.length} beside`);
    for (const share of [0.5, 0.95, 0.99]) {
      const [before, after] = [quantile(alone, share), quantile(beside, share)];
      console.log(
        `noisy, p${share * 100}: alone ${before.toFixed(1)} ms, beside ${after.toFixed(1)} ms, ratio ${(after / before).toFixed(2)}`,
      );
    }
    console.log(`noisy: ${answered} pages of the noisy organization were answered meanwhile`);
    await Promise.all([quiet.dispose(), noisy.dispose()]);
  } finally {
    await cadre.stop();
  }
}

/** Milliseconds of pages of the quiet organization, one after the other: so many, or as many as the time lets. */
async function times(session: APIRequestContext, count: number): Promise<number[]> {
  const taken: number[] = [];
  const until = performance.now() + PART_MS;
  while (taken.length < count && performance.now() < until) {
    const begun = performance.now();
    const answer = await session.get('/o/northgate/heatmap', { timeout: REQUEST_MS });
    if (!answer.ok()) throw new Error(`the quiet organization was answered ${answer.status()}`);
    taken.push(performance.now() - begun);
  }
  return taken;
}

function makeNoise(session: APIRequestContext) {
  let on = true;
  let answered = 0;
  const one = async (at: number) => {
    for (let page = at; on; page += 1) {
      const address = `/o/demo/${NOISY_PAGES[page % NOISY_PAGES.length]}`;
      const answer = await session.get(address, { timeout: REQUEST_MS });
      await answer.dispose();
      answered += 1;
    }
  };
  const all = Promise.allSettled(Array.from({ length: NOISY_AT_ONCE }, (_, at) => one(at)));
  return {
    stop: async () => {
      on = false;
      const broken = (await all).filter(({ status }) => status === 'rejected').length;
      if (broken > 0) throw new Error(`${broken} of the noisy members were not answered`);
      return answered;
    },
  };
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
