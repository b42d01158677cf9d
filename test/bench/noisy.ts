import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { request } from '@playwright/test';
import type { DemoAccount } from '#test/e2e/cadre/demo-accounts';
import { openSession } from '#test/e2e/cadre/open-session';
import { startCadre } from '#test/e2e/cadre/start-cadre';
import { ANEW, openPages, type Pages } from './noisy/pages';
import type { NoisyMembers } from './noisy-members';

const WARM_UP = 100;
/** Alone and beside take turns, so that what else the machine does falls on both. */
const ROUNDS = 10;
const QUIET_REQUESTS = 100;
/** A part of the bench ends after this long, however many requests were answered until then. */
const PART_MS = 30_000;
const NOISY_AT_ONCE = 40;
/** ANEW: another number each time, so that the page is drawn, not one that is kept. */
const NOISY_PATHS = [`heatmap?again=${ANEW}`, 'heatmap?people=yes', 'occupations', 'audit'].map(
  (page) => `/o/demo/${page}`,
);

/**
 * One noisy organization beside a quiet one (security.md, proof 24): how long pages of the quiet one take while members
 * of the other keep forty requests in flight, as a ratio to the same pages alone, in one run of a Cadre of its own.
 */
export async function benchNoisy(): Promise<void> {
  const cadre = await startCadre();
  try {
    const accounts: DemoAccount[] = JSON.parse(readFileSync(cadre.signInsFile, 'utf8'));
    const cookieOf = async (organization: string) => {
      const account = accounts.find((one) => one.organization === organization && one.role === 'hr_partner');
      if (!account) throw new Error(`no HR partner of ${organization}`);
      const session = await openSession(request, cadre.baseUrl, account);
      const { cookies } = await session.storageState();
      await session.dispose();
      return cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
    };
    const quiet = openPages(cadre.baseUrl, await cookieOf('northgate'));
    const noisy = {
      ...{ origin: cadre.baseUrl, cookie: await cookieOf('demo'), paths: NOISY_PATHS, atOnce: NOISY_AT_ONCE },
    };
    await times(quiet, WARM_UP);
    const [alone, beside]: [number[], number[]] = [[], []];
    let answered = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      alone.push(...(await times(quiet, QUIET_REQUESTS)));
      const noise = await makeNoise(noisy);
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
    quiet.close();
  } finally {
    await cadre.stop();
  }
}

/** Milliseconds of pages of the quiet organization, one after the other: so many, or as many as the time lets. */
async function times(pages: Pages, count: number): Promise<number[]> {
  const taken: number[] = [];
  const until = performance.now() + PART_MS;
  while (taken.length < count && performance.now() < until) {
    taken.push(await pages.read(`/o/northgate/heatmap?again=${ANEW}`));
  }
  return taken;
}

/** Resolves when all members have been answered once. */
async function makeNoise(members: NoisyMembers) {
  const child = fork(path.join(import.meta.dirname, 'noisy-members.ts'));
  const broken = once(child, 'exit').then(([code]) => {
    throw new Error(`the noisy members ended with ${code}`);
  });
  broken.catch(() => {});
  child.send(members);
  await Promise.race([once(child, 'message'), broken]);
  return {
    stop: async (): Promise<number> => {
      const said = once(child, 'message');
      child.send('stop');
      const [answered] = await Promise.race([said, broken]);
      await once(child, 'disconnect').catch(() => {});
      return Number(answered);
    },
  };
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
