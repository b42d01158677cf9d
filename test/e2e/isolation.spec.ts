import type { APIRequestContext } from '@playwright/test';
import { demoAccounts } from './cadre/demo-accounts';
import { expect, test } from './fixtures';

/** The answer without what differs between any two answers: nonces, references and the address itself. */
async function comparable(session: APIRequestContext, slug: string): Promise<string> {
  const answer = await session.get(`/o/${slug}/heatmap`);
  expect(answer.status()).toBe(404);
  return (await answer.text())
    .replaceAll(/nonce="[^"]+"/g, '')
    .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'reference')
    .replaceAll(slug, 'slug');
}

test('an organization of others is a page that does not exist', async ({ signedIn, sessionOf }) => {
  const page = await signedIn('hr_partner');
  await page.goto('/o/northgate/heatmap');
  await expect(page.getByRole('heading', { name: 'There is no such page' })).toBeVisible();
  const session = await sessionOf('hr_partner');
  const html = await comparable(session, 'northgate');
  expect(html).toBe(await comparable(session, 'nowhere'));
  const foreign = demoAccounts().filter((account) => account.organization === 'northgate');
  expect(foreign.length).toBeGreaterThan(0);
  for (const word of ['Northgate', 'Campus Patrol', 'Canal Depot', ...foreign.map((account) => account.name)])
    expect(html).not.toContain(word);
});

test('the data behind the pages of another organization is not there either', async ({ sessionOf }) => {
  const session = await sessionOf('hr_partner');
  for (const path of ['/heatmap.data', '.data', '/occupations.data', '/heatmap.data?rows=person']) {
    const answer = await session.get(`/o/northgate${path}`, { maxRedirects: 0 });
    const body = await answer.text();
    expect(answer.status(), path).toBe(404);
    expect(body, path).not.toContain('Northgate');
    expect(body, path).not.toContain('Campus Patrol');
  }
});

test('ids of one organization open nothing in the other', async ({ sessionOf }) => {
  const own = await sessionOf('hr_partner');
  const other = await sessionOf('hr_partner', { organization: 'northgate' });
  const html = await (await own.get('/o/demo/heatmap?rows=person')).text();
  const person = /\/o\/demo\/people\/([0-9a-f-]{36})"/.exec(html)?.[1] ?? '';
  const team = /parent=([0-9a-f-]{36})/.exec(await (await own.get('/o/demo/heatmap')).text())?.[1] ?? '';
  expect(person).not.toBe('');
  expect(team).not.toBe('');
  for (const path of [`people/${person}`, `heatmap?parent=${team}`, `heatmap?parent=${team}&rows=person`]) {
    expect((await own.get(`/o/demo/${path}`)).status(), path).toBe(200);
    expect((await other.get(`/o/northgate/${path}`)).status(), path).toBe(404);
  }
});

for (const role of ['employee', 'owner', 'admin'] as const) {
  test(`the heatmap is neither open nor offered to the role ${role}`, async ({ signedIn }) => {
    const page = await signedIn(role);
    const answer = await page.goto('/o/demo/heatmap');
    expect(answer?.status()).toBe(403);
    await expect(page.getByRole('heading', { name: 'Not open to your role' })).toBeVisible();
    expect(await page.content()).not.toContain('Control Rooms');
    await page.goto('/o/demo');
    await expect(page.getByRole('link', { name: 'Occupations' }).first()).toBeVisible();
    await expect(page.getByRole('link', { name: 'Heatmap' })).toHaveCount(0);
  });
}
