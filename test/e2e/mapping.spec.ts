import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { GUARDS, MANAGERS, releaseFiles } from '#test/fixtures/onet/release-files';
import { runCadre } from './cadre/run-cadre';
import { type StartedCadre, startCadre } from './cadre/start-cadre';
import { expect, test } from './fixtures';
import { enter, tabTo } from './pages/by-keyboard';

const WCAG_22_AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];
const TITLES = [
  ...['Gate Guard', 'Gate Guard', 'Gate Guard', 'Gate Guard'],
  ...['Security Guards', 'Security Guards', 'Security Guards'],
  ...['Head of Security', 'Head of Security'],
  'Managers, All Other',
  'Weekend caretaker',
];
const INBOX = '/o/keys/mapping';

/**
 * A Cadre of its own with a release of three occupations, and an organization whose people have no occupation yet: the
 * shared one of the other tests knows no release.
 */
let cadre: StartedCadre;
let invitation: string;
test.beforeAll(async () => {
  test.setTimeout(240_000);
  cadre = await startCadre({ isDemo: false });
  const dataDir = path.dirname(cadre.signInsFile);
  const release = path.join(dataDir, 'release');
  await mkdir(release);
  for (const [name, text] of Object.entries(releaseFiles('A2')))
    await writeFile(path.join(release, name), text);
  const people = path.join(dataDir, 'people.csv');
  const rows = TITLES.map((title, at) => `K${at},Kim ${at},,"${title}",Keys`);
  await writeFile(people, ['external_id,name,email,title,team', ...rows, ''].join('\n'));
  await runCadre(dataDir, 'import', release, '--release', '30.2');
  const owner = ['--name', 'Keys', '--slug', 'keys', '--owner', 'keys@example.org'];
  const said = await runCadre(dataDir, 'org', 'create', ...owner);
  invitation = /\/invite\/[\w-]+/.exec(said)?.[0] ?? '';
  await runCadre(dataDir, 'import', people, '--org', 'keys', '--kind', 'employees');
});
test.afterAll(() => cadre?.stop());

/** The row of a title, moved to with the arrow keys from the row that has the focus. */
async function arrowTo(page: Page, title: string): Promise<void> {
  const row = page.locator('.mapping-row', { has: page.getByRole('link', { name: title, exact: true }) });
  const has = () => row.evaluate((element) => element.contains(document.activeElement));
  for (let step = 0; step < TITLES.length && !(await has()); step += 1)
    await page.keyboard.press('ArrowDown');
  expect(await has()).toBe(true);
}

test('titles are confirmed by keyboard alone: one, several, all above a score, and over two occupations', async ({
  visitor,
}) => {
  const page = await visitor();
  await page.goto(`${cadre.baseUrl}${invitation}`);
  await page.getByLabel('Name', { exact: true }).fill('Kit Keeper');
  await page.getByLabel('Password', { exact: true }).fill('a long way round the harbour');
  await page.getByRole('button', { name: 'Accept invitation' }).click();
  await expect(page).toHaveURL(/\/o\/keys/);
  await page.goto(`${cadre.baseUrl}${INBOX}`);
  const rows = page.locator('.mapping-row');
  await expect(rows).toHaveCount(5);
  await expect(rows.getByText('Being matched.')).toHaveCount(0);
  const { violations } = await new AxeBuilder({ page }).withTags(WCAG_22_AA).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);

  await test.step('one', async () => {
    // From the page as it stands, with nothing focused; not while words are typed.
    await page.getByLabel('Words of the title').press('j');
    await expect(page.getByLabel('Words of the title')).toHaveValue('j');
    await page.getByRole('link', { name: 'Export these titles CSV' }).press('j');
    await expect(rows.first().getByRole('radio', { checked: true })).toBeFocused();
    await page.keyboard.press('j');
    await expect(rows.nth(1).locator(':focus')).toHaveCount(1);
    await page.keyboard.press('k');
    await expect(rows.first().locator(':focus')).toHaveCount(1);
    await arrowTo(page, 'Gate Guard');
    await page.keyboard.press('1');
    await page.keyboard.press('Enter');
    await expect(page.getByText('1 title confirmed, 4 people mapped.')).toBeVisible();
    await expect(rows).toHaveCount(4);
  });

  await test.step('several', async () => {
    // The row that took the place of the confirmed one has the focus.
    await expect(rows.first().locator(':focus')).toHaveCount(1);
    await arrowTo(page, 'Security Guards');
    await page.keyboard.press('x');
    await arrowTo(page, 'Head of Security');
    await page.keyboard.press('x');
    await expect(rows.getByRole('checkbox', { checked: true })).toHaveCount(2);
    await enter(page, page.getByRole('button', { name: 'Confirm ticked' }));
    await expect(page.getByText('2 titles confirmed, 5 people mapped.')).toBeVisible();
    await expect(rows).toHaveCount(2);
  });

  await test.step('all above a score', async () => {
    await tabTo(page, page.getByLabel('Confirm the first proposal'));
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('0.95');
    await page.keyboard.press('Enter');
    await expect(page.getByText('1 title, 1 person would be mapped.')).toBeVisible();
    await expect(page.getByRole('checkbox', { name: /^Managers, All Other/ })).toBeChecked();
    await enter(page, page.getByRole('button', { name: 'Confirm what is ticked' }));
    await expect(page.getByText('1 title confirmed, 1 person mapped.')).toBeVisible();
    await expect(rows).toHaveCount(1);
  });

  await test.step('over two occupations', async () => {
    await enter(page, page.getByRole('link', { name: 'Weekend caretaker', exact: true }));
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Weekend caretaker');
    const written = page.getByRole('radio', { name: /^Another occupation, or two/ });
    await tabTo(page, page.locator('input[name=choice]:checked'));
    if (!(await written.isChecked())) await page.keyboard.press('ArrowUp');
    await expect(written).toBeChecked();
    for (const text of [GUARDS, '60', MANAGERS, '40']) {
      await page.keyboard.press('Tab');
      await page.keyboard.type(text);
    }
    await enter(page, page.getByRole('button', { name: 'Confirm', exact: true }));
    await expect(page.getByText('1 title confirmed, 1 person mapped.')).toBeVisible();
    await expect(page.getByText('Nothing to review')).toBeVisible();
  });

  await page.goto(`${cadre.baseUrl}/o/keys/mapping?show=mapped&query=weekend`);
  await expect(rows).toContainText('Security Guards 60 % and Security Managers 40 %');
});
