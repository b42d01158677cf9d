import { demoAccount } from './cadre/demo-accounts';
import { expect, test } from './fixtures';
import { type Listed, listPeople, listTeams, teamId, unescapeHtml } from './pages/everyone';
import { heatmapOf, rowNamed } from './pages/heatmap';
import { expectReleased, servedHeatmap } from './pages/served-cells';

/** Fields of live figures that no suppressed viewer may be sent (method.md 9.6). */
const LIVE_FIELDS = [
  'distribution',
  'median',
  'meanTarget',
  'meanGap',
  'gapIndex',
  'atTargetShare',
  'atTargetLow',
  'unknownShare',
  'recheckShare',
  'strength',
  'newestOn',
  'selfManagerDifference',
  'spread',
  'singlePoint',
  'noTarget',
  'writtenTarget',
  'rater',
  'holders',
];

const isIn = (body: string, { id, name }: Listed) => body.includes(name) || body.includes(id);
/** Whether a page or its data, in which quotes are escaped, holds a field of this name. */
const holdsField = (body: string, field: string) =>
  body.includes(`"${field}"`) || body.includes(`\\"${field}\\"`);

test('an executive reads released figures, with locks for small teams and for AI use by team', async ({
  signedIn,
}) => {
  const page = await signedIn('executive');
  await page.goto('/o/demo');
  const heatmap = heatmapOf(page);
  await expect(page.getByText(/^Released figures of \d{1,2} [A-Z][a-z]{2} \d{4}$/)).toBeVisible();
  await expect(heatmap.rowsChoice).toHaveCount(0);
  await expect(heatmap.figures.getByRole('link')).toHaveText(['Level', 'At target', 'Unknown']);
  const rows = await heatmap.rows();
  const small = rows.filter((row) => /Maritime Liaison$/.test(row.name));
  expect(small).toHaveLength(1);
  for (const row of small) {
    expect(row).toMatchObject({ people: null, href: null });
    expect(row.cells.every((cell) => cell.locked && cell.number === '' && cell.notes.length === 0)).toBe(
      true,
    );
  }
  expect(rows.filter((row) => row.cells.every((cell) => cell.locked)).length).toBeGreaterThan(1);
  expect(rows.filter((row) => row.people !== null).length).toBeGreaterThan(4);
  for (const row of rows) expect(row.cells[10], `AI use of ${row.name}`).toMatchObject({ locked: true });
  const words = rows.flatMap((row) => row.cells).map((cell) => cell.words);
  for (const said of words.filter((one) => one.includes('mean level')))
    expect(said).toMatch(/: mean level \d\.\d of 4, \d+ of \d+ assessed(, at target: [a-z0-9 %]+)?$/);
});

test('the panel of a released cell holds no distribution, median, gap or reason, and a lock says nothing', async ({
  signedIn,
}) => {
  const page = await signedIn('executive');
  await page.goto('/o/demo/heatmap');
  const heatmap = heatmapOf(page);
  const rows = await heatmap.rows();
  const open = rows.find((row) => !row.cells[1]?.locked)?.name ?? '';
  const locked = rows.find((row) => row.cells.every((cell) => cell.locked))?.name ?? '';
  await heatmap.matrix
    .locator(`a[aria-label^="Leadership, ${open.replace('The rest', 'the rest')}:"]`)
    .click();
  await expect(heatmap.panel).toContainText('mean level of 4');
  await expect(heatmap.panel).toContainText(/Released figures of \d{1,2} [A-Z][a-z]{2} \d{4}/);
  await expect(heatmap.panel.locator('.distribution')).toHaveCount(0);
  await expect(heatmap.panel.getByText('Why this number')).toHaveCount(0);
  await expect(heatmap.panel).not.toContainText(/median|gap|evidence|newest|self|target \d/);
  const { detail } = await servedHeatmap(page);
  expect(detail).toMatchObject({ why: null, targetKind: null });
  expect(Object.keys((detail?.cell as object | undefined) ?? {})).not.toEqual(
    expect.arrayContaining(['median']),
  );
  await heatmap.matrix
    .locator(`a[aria-label^="Mastery, ${locked.replace('The rest', 'the rest')}:"]`)
    .click();
  await expect(heatmap.panel).toContainText('hidden to protect individuals');
  expect(await heatmap.panel.textContent()).not.toMatch(/\d/);
});

test('an executive opens no list of people, and nothing beneath a lock', async ({ signedIn, sessionOf }) => {
  const page = await signedIn('executive');
  expect((await page.goto('/o/demo/heatmap?rows=person'))?.status()).toBe(404);
  await expect(page.getByRole('heading', { name: 'There is no such page' })).toBeVisible();
  const hrPartner = await sessionOf('hr_partner');
  const executive = await sessionOf('executive');
  const north = await teamId(hrPartner, 'Terminal Operations North');
  const small = await teamId(hrPartner, 'Maritime Liaison');
  for (const id of [north, small]) {
    expect((await executive.get(`/o/demo/heatmap?rows=person&parent=${id}`)).status()).toBe(404);
  }
  await page.goto(`/o/demo/heatmap?parent=${small}`);
  await expect(page.getByRole('heading', { name: 'Not shown in parts' })).toBeVisible();
  await expect(heatmapOf(page).matrix).toHaveCount(0);
  const [someone] = await listPeople(hrPartner, 'demo', small);
  expect((await executive.get(`/o/demo/people/${someone?.id}`)).status()).toBe(404);
});

test('what is sent to an executive names nobody and holds no more than may be released', async ({
  signedIn,
  sessionOf,
}) => {
  const own = demoAccount('executive').name;
  const hrPartner = await sessionOf('hr_partner');
  const everyone = (await listPeople(hrPartner, 'demo')).filter(({ name }) => name !== own);
  expect(everyone.length).toBeGreaterThan(350);
  const control = unescapeHtml(await (await hrPartner.get('/o/demo/heatmap')).text());
  expect(LIVE_FIELDS.filter((field) => holdsField(control, field)).length).toBeGreaterThan(10);
  const list = unescapeHtml(await (await hrPartner.get('/o/demo/heatmap.data?rows=person')).text());
  expect(everyone.filter((person) => isIn(list, person)).length).toBeGreaterThan(90);
  const executive = await sessionOf('executive');
  const page = await signedIn('executive');
  const queue: (string | undefined)[] = [undefined];
  let visited = 0;
  for (let at = 0; at < queue.length; at++) {
    const parent = queue[at];
    queue.push(...(await listTeams(executive, 'demo', parent)).map((team) => team.id));
    const search = parent ? `parent=${parent}` : 'figure=gap';
    for (const path of ['heatmap', 'heatmap.data']) {
      const answer = await executive.get(`/o/demo/${path}?${search}`);
      expect(answer.status()).toBe(200);
      const body = unescapeHtml(await answer.text());
      expect(everyone.filter((person) => isIn(body, person))).toEqual([]);
      expect(LIVE_FIELDS.filter((field) => holdsField(body, field))).toEqual([]);
      visited += 1;
    }
  }
  expect(visited).toBeGreaterThan(20);
  for (const parent of queue.slice(0, 4)) {
    await page.goto(`/o/demo/heatmap${parent ? `?parent=${parent}` : ''}`);
    const { view } = await servedHeatmap(page);
    expect(view.canSeePeople).toBe(false);
    for (const row of view.rows) {
      expect(row.released).toBe(true);
      expectReleased(row);
    }
  }
});

test('a director sees the own subtree live with its people, and elsewhere what is released', async ({
  signedIn,
  sessionOf,
}) => {
  const page = await signedIn('director');
  await page.goto('/o/demo');
  const heatmap = heatmapOf(page);
  const { view } = await servedHeatmap(page);
  const live = view.rows.filter((row) => !row.released);
  expect(live.map((row) => row.name)).toEqual(['Terminal Operations North']);
  for (const row of view.rows) if (row.released) expectReleased(row);
  await heatmap.cell('Leadership', 'Terminal Operations North').click();
  await expect(heatmap.panel.locator('.distribution')).toBeVisible();
  await heatmap.cell('Leadership', 'Terminal Operations West').click();
  await expect(heatmap.panel).toContainText('Terminal Operations West');
  await expect(heatmap.panel.locator('.distribution')).toHaveCount(0);
  expect((await servedHeatmap(page)).detail).toMatchObject({ why: null, targetKind: null });

  const hrPartner = await sessionOf('hr_partner');
  const director = await sessionOf('director');
  const north = await teamId(hrPartner, 'Terminal Operations North');
  const own = await listPeople(director, 'demo', north);
  expect(own).toEqual(await listPeople(hrPartner, 'demo', north));
  expect(own).toHaveLength(rowNamed(await heatmap.rows(), 'Terminal Operations North').people ?? -1);
  const inside = new Set(own.map(({ id }) => id));
  const outside = (await listPeople(hrPartner, 'demo')).filter(({ id }) => !inside.has(id));
  const west = await teamId(hrPartner, 'Terminal Operations West');
  for (const parent of ['', `&parent=${west}`]) {
    expect((await director.get(`/o/demo/heatmap?rows=person${parent}`)).status()).toBe(404);
    const body = unescapeHtml(await (await director.get(`/o/demo/heatmap?${parent}`)).text());
    expect(outside.filter((person) => isIn(body, person))).toEqual([]);
  }
  expect((await director.get(`/o/demo/people/${own[0]?.id}`)).status()).toBe(200);
  for (const { id } of outside.slice(0, 10))
    expect((await director.get(`/o/demo/people/${id}`)).status()).toBe(404);
});
