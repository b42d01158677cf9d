import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { request } from '@playwright/test';
import { decode } from 'turbo-stream';
import type { DemoAccount } from '#test/e2e/cadre/demo-accounts';
import { openSession } from '#test/e2e/cadre/open-session';
import { startCadre } from '#test/e2e/cadre/start-cadre';
import { openPages, type Pages } from './noisy/pages';
import type { Constants } from './pages-of-constants';

const PAGE = '/o/demo/heatmap';
const WARM_UP = 100;
/** The pages take turns, so that what else the machine does falls on all of them. */
const ROUNDS = 8;
const ROUND_MS = 3_000;
const AT_ONCE = 4;

/**
 * How many pages of the stored heatmap a second one web process answers, unchanged since the last one and drawn anew,
 * beside the same page drawn from constants by the same components and server, without session, tenant or SQL, and
 * beside a page that says nothing.
 */
export async function benchPages(): Promise<void> {
  const cadre = await startCadre();
  try {
    const accounts: DemoAccount[] = JSON.parse(readFileSync(cadre.signInsFile, 'utf8'));
    const account = accounts.find((one) => one.organization === 'demo' && one.role === 'hr_partner');
    if (!account) throw new Error('no HR partner of demo');
    const session = await openSession(request, cadre.baseUrl, account);
    const { cookies } = await session.storageState();
    const data = await session.get(`${PAGE}.data`);
    const constants = await startConstants({ page: PAGE, loaderData: await loaderDataOf(await data.body()) });
    await session.dispose();
    const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
    const [stored, drawn] = [openPages(cadre.baseUrl, cookie), openPages(constants.origin, '')];
    const asked = [
      { pages: stored, path: () => PAGE, answered: 0, ms: 0 },
      // No page is kept of an address that nobody asked for before.
      { pages: stored, path: (n: number) => `${PAGE}?again=${n}`, answered: 0, ms: 0 },
      { pages: drawn, path: () => PAGE, answered: 0, ms: 0 },
      { pages: drawn, path: () => '/bare', answered: 0, ms: 0 },
    ];
    for (const one of asked) await answersOf(one, { count: WARM_UP });
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const one of asked) {
        const begun = performance.now();
        one.answered += await answersOf(one, { ms: ROUND_MS });
        one.ms += performance.now() - begun;
      }
    }
    const [view = 0, anew = 0, constant = 0, bare = 0] = asked.map(
      ({ answered, ms }) => (1_000 * answered) / ms,
    );
    console.log(
      `pages, ${AT_ONCE} at once: stored view ${view.toFixed(0)} a second, drawn anew ${anew.toFixed(0)}, the same from constants ${constant.toFixed(0)}, bare page ${bare.toFixed(0)}; stored view ${(view / constant).toFixed(2)} of the constants, ${(view / bare).toFixed(2)} of the bare page`,
    );
    stored.close();
    drawn.close();
    constants.stop();
  } finally {
    await cadre.stop();
  }
}

/** Data of each route by its id, as the page's script is sent it. */
async function loaderDataOf(body: Buffer): Promise<Constants['loaderData']> {
  const { value, done } = await decode(new Blob([new Uint8Array(body)]).stream());
  await done;
  const routes = Object.entries(value as Record<string, { data?: unknown }>);
  return Object.fromEntries(routes.map(([id, { data }]) => [id, data]));
}

/** A process of its own with the same components, or what drew the pages would be shared with who asks. */
async function startConstants(constants: Constants) {
  const child = fork(path.join(import.meta.dirname, 'pages-of-constants.ts'), {
    serialization: 'advanced',
    // The libraries as the server has them: drawn by those of development a page takes five times as long.
    env: { ...process.env, NODE_ENV: 'production' },
  });
  child.send(constants);
  const broken = once(child, 'exit').then(([code]) => {
    throw new Error(`the constants ended with ${code}`);
  });
  broken.catch(() => {});
  const [origin] = await Promise.race([once(child, 'message'), broken]);
  return { origin: String(origin), stop: () => child.kill() };
}

interface Asked {
  readonly pages: Pages;
  /** Of the n-th page that is asked for in all. */
  readonly path: (n: number) => string;
}

let asked = 0;

/** How many pages are answered until so many are, or so much time has passed, with AT_ONCE in flight. */
async function answersOf(
  { pages, path: pathOf }: Asked,
  { count = Number.POSITIVE_INFINITY, ms = Number.POSITIVE_INFINITY },
): Promise<number> {
  const until = performance.now() + ms;
  let answered = 0;
  const one = async () => {
    while (answered < count && performance.now() < until) {
      asked += 1;
      await pages.read(pathOf(asked));
      answered += 1;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
  return answered;
}
