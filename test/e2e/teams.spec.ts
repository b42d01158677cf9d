import { randomUUID } from 'node:crypto';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';

const WCAG_22_AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];
const TEAMS = '/o/northgate/teams';

/** Every run has teams of its own: names beside each other are there once. */
const nameOf = (what: string) => `${what} ${randomUUID().slice(0, 8)}`;

async function addTeam(page: Page, name: string, beneath?: string) {
  await page.goto(`${TEAMS}/new`);
  await page.getByLabel('Name').fill(name);
  if (beneath) await page.getByLabel('Beneath').selectOption({ label: beneath });
  await page.getByRole('button', { name: 'Add team' }).click();
  await expect(page.getByText('The team was added.')).toBeVisible();
}

/** Tabs to what is named and presses Enter. */
async function press(page: Page, role: 'link' | 'button', name: string) {
  await page.getByRole(role, { name, exact: true }).first().focus();
  await page.keyboard.press('Enter');
}

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with' : 'without';
  test(`a team with one beneath is moved by keyboard ${how} script, looked at before`, async ({
    signedIn,
  }) => {
    const page = await signedIn('hr_partner', { organization: 'northgate', javaScriptEnabled });
    const [from, to, inner] = [nameOf('Pier'), nameOf('Quay'), nameOf('Crew')];
    await addTeam(page, from);
    await addTeam(page, to);
    await addTeam(page, inner, from);
    await page.goto(`${TEAMS}?q=${from.slice(-8)}`);
    await press(page, 'link', from);
    await press(page, 'link', 'Move');
    await expect(page.getByRole('heading', { name: `Move ${from}` })).toBeVisible();
    const offered = page.getByLabel('Beneath', { exact: true });
    await expect(offered.getByRole('option', { name: to, exact: true })).toHaveCount(1);
    await expect(offered.getByRole('option', { name: from })).toHaveCount(0);
    await offered.focus();
    await page.keyboard.type(to);
    await press(page, 'button', 'Look at what changes');
    await expect(page.getByText('2 teams with nobody move.')).toBeVisible();
    await expect(page.getByText(`${from} becomes ${to} / ${from}.`)).toBeVisible();
    if (javaScriptEnabled) {
      const { violations } = await new AxeBuilder({ page }).withTags(WCAG_22_AA).analyze();
      expect(violations).toEqual([]);
    }
    await press(page, 'button', 'Move');
    await expect(page.getByText('The move was recorded.')).toBeVisible();
    await page.goto(`${TEAMS}?q=${inner.slice(-8)}`);
    await expect(page.getByRole('link', { name: `${to} / ${from} / ${inner}`, exact: true })).toBeVisible();
  });
}

test('a team is moved by dragging it onto another, and closed when it is empty', async ({ signedIn }) => {
  const page = await signedIn('hr_partner', { organization: 'northgate' });
  const [one, other] = [nameOf('Yard'), nameOf('Gate')];
  await addTeam(page, one);
  await addTeam(page, other);
  await page.goto(`${TEAMS}?expand=all`);
  const row = (name: string) => page.locator('.team-row', { hasText: name });
  // The rows are dragged by script: wait for it.
  await expect(row(one)).toHaveAttribute('draggable', 'true');
  await page.waitForLoadState('networkidle');
  await row(one).dragTo(row(other));
  await expect(page.getByText(`${one} becomes ${other} / ${one}.`)).toBeVisible();
  await page.getByRole('button', { name: 'Move', exact: true }).click();
  await expect(page.getByText('The move was recorded.')).toBeVisible();
  const place = page.url();
  // A team that is above takes no drop: the page stays.
  await page.goto(`${TEAMS}?expand=all`);
  await page.waitForLoadState('networkidle');
  await row(other).dragTo(row(one));
  await expect(page).toHaveURL(/\/teams\?expand=all$/);
  await page.goto(place);
  // The team began today: it can be closed from tomorrow on, and that is offered.
  const day = await page.getByLabel('From').inputValue();
  await page.getByRole('button', { name: 'Close team' }).click();
  await expect(page.getByText('The closing was recorded.')).toBeVisible();
  await page.goto(`${TEAMS}?q=${one.slice(-8)}&asOf=${day}`);
  await expect(page.getByText('No team found')).toBeVisible();
});
