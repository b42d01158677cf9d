import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { chromium, request } from '@playwright/test';
import { chromiumLaunch } from './cadre/chromium-launch';
import { demoAccount } from './cadre/demo-accounts';
import { openSession } from './cadre/open-session';
import { type StartedCadre, startCadre } from './cadre/start-cadre';
import { waitForFigures } from './cadre/wait-for-figures';
import { teamId } from './pages/everyone';
import { heatmapOf } from './pages/heatmap';

const IMAGES = path.join(import.meta.dirname, '../../docs/images');
const VIEWPORT = { width: 1280, height: 900 };

/**
 * Draws the images of the README, docs/images/heatmap-light.png and heatmap-dark.png, from the demo: a Cadre of its
 * own, or the running one that BASE_URL and SIGN_INS (its demo-sign-ins.json) name.
 */
async function drawImages(): Promise<void> {
  const { BASE_URL, SIGN_INS } = process.env;
  const started = BASE_URL && SIGN_INS ? null : await startCadre();
  try {
    await drawHeatmap(started ?? { baseUrl: BASE_URL ?? '', signInsFile: SIGN_INS ?? '' });
  } finally {
    await started?.stop();
  }
}

async function drawHeatmap({
  baseUrl,
  signInsFile,
}: Pick<StartedCadre, 'baseUrl' | 'signInsFile'>): Promise<void> {
  process.env.ACCOUNTS = signInsFile;
  await waitForFigures(baseUrl);
  const session = await openSession(request, baseUrl, demoAccount('hr_partner'));
  const team = await teamId(session, 'Terminal Operations West');
  const storageState = await session.storageState();
  await session.dispose();
  const browser = await chromium.launch(chromiumLaunch());
  mkdirSync(IMAGES, { recursive: true });
  for (const colorScheme of ['light', 'dark'] as const) {
    const page = await browser.newPage({ baseURL: baseUrl, viewport: VIEWPORT, colorScheme, storageState });
    await page.goto(`/o/demo/heatmap?cell=group:${team}:leadership`, { waitUntil: 'networkidle' });
    await heatmapOf(page).panel.getByText('Why this number').waitFor();
    const file = path.join(IMAGES, `heatmap-${colorScheme}.png`);
    await page.screenshot({ path: file });
    console.log(path.relative(process.cwd(), file));
  }
  await browser.close();
}

await drawImages();
