import { randomUUID } from 'node:crypto';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './fixtures';
import { listPeople, teamId } from './pages/everyone';

/** In every text of a run, so that one that is run again meets nothing of the one before. */
const MARK = randomUUID().slice(0, 8);
const LOG = `night-log-${MARK}.txt`;

/** Somebody of a team that no other test writes evidence about. */
async function somebody(hrPartner: Parameters<typeof listPeople>[0]) {
  const team = await teamId(hrPartner, 'Mobile Response', 'Dog Unit');
  const [someone] = await listPeople(hrPartner, 'demo', team);
  if (!someone) throw new Error('nobody is in the team');
  return { id: someone.id, team };
}

test('words, a link and a file support a rating; the file comes back as it was, and a page as text is refused', async ({
  signedIn,
  sessionOf,
}) => {
  const { id } = await somebody(await sessionOf('hr_partner'));
  const page = await signedIn('hr_partner');
  await page.goto(`/o/demo/people/${id}`);
  await page.getByRole('link', { name: 'Add or accept evidence' }).click();
  const words = page.locator('form', { has: page.getByRole('button', { name: 'Add the words' }) });
  await words.getByLabel('What was seen, and when').fill(`Found the parcel on the night ${MARK}.`);
  await words.getByRole('button').click();
  await expect(page.getByText('Added. It strengthens the level once')).toBeVisible();
  const added = page.locator('.evidence-list > li', { hasText: `on the night ${MARK}` });
  await expect(added).toContainText('added by you · not accepted yet');
  // Whoever added it accepts it not.
  await expect(added.getByRole('button', { name: /^Accept/ })).toHaveCount(0);

  await page.getByText('Add a link', { exact: true }).click();
  const link = page.locator('form', { has: page.getByRole('button', { name: 'Add the link' }) });
  await link.getByLabel('Address').fill(`https://${MARK}.example.test/night-log`);
  await link.getByRole('button').click();
  const shown = page.getByRole('link', { name: `${MARK}.example.test` });
  await expect(shown).toHaveAttribute('rel', /noopener noreferrer/);

  await page.getByText('Add a file', { exact: true }).click();
  const file = page.locator('form', { has: page.getByRole('button', { name: 'Add the file' }) });
  const send = (name: string, text: string) =>
    file.getByLabel('File').setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
  await send('page.txt', '<script>alert(1)</script>');
  await file.getByRole('button', { name: 'Add the file' }).click();
  await expect(page.getByRole('alert')).toContainText('markup of a web page');
  await send(LOG, '02:14 parcel found');
  await file.getByRole('button', { name: 'Add the file' }).click();
  await expect(page.locator('.evidence-list > li', { hasText: LOG })).toContainText(
    'not scanned for viruses',
  );
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  const address = await page.getByRole('link', { name: LOG }).getAttribute('href');
  const answer = await page.request.get(address ?? '');
  expect(await answer.text()).toBe('02:14 parcel found');
  expect(answer.headers()).toMatchObject({
    'content-disposition': expect.stringContaining(`attachment; filename="${LOG}"`),
    'content-security-policy': expect.stringContaining('sandbox'),
    'x-content-type-options': 'nosniff',
  });
  await page
    .locator('.evidence-list > li', { hasText: LOG })
    .getByRole('button', { name: /^Remove/ })
    .click();
  await expect(page.getByRole('link', { name: LOG })).toHaveCount(0);
  expect((await page.request.get(address ?? '')).status()).toBe(404);
});

test('a file that the person attaches is accepted by somebody else, and by nobody else before', async ({
  signedIn,
}) => {
  const own = await signedIn('employee', { organization: 'northgate' });
  await own.goto('/o/northgate/heatmap');
  await own.getByRole('link', { name: 'My profile' }).click();
  await own.getByRole('link', { name: 'Add or accept evidence' }).click();
  await own.getByText('Add a file', { exact: true }).click();
  const form = own.locator('form', { has: own.getByRole('button', { name: 'Add the file' }) });
  const name = `patrol-${MARK}.txt`;
  await form
    .getByLabel('File')
    .setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from('Gate 4 closed at 02:14.') });
  await form.getByRole('button', { name: 'Add the file' }).click();
  const added = own.locator('.evidence-list > li', { hasText: name });
  await expect(added).toContainText('added by you · not accepted yet');
  await expect(added.getByRole('button', { name: /^Accept/ })).toHaveCount(0);

  const other = await signedIn('hr_partner', { organization: 'northgate' });
  await other.goto(new URL(own.url()).pathname);
  const shown = other.locator('.evidence-list > li', { hasText: name });
  await expect(shown).toContainText('not accepted yet');
  await shown.getByRole('button', { name: /^Accept/ }).click();
  await expect(shown).not.toContainText('not accepted yet');
  expect((await new AxeBuilder({ page: other }).analyze()).violations).toEqual([]);
  await own.reload();
  await expect(added).not.toContainText('not accepted yet');
  await added.getByRole('button', { name: /^Remove/ }).click();
  await expect(added).toHaveCount(0);
  await other.reload();
  await expect(shown).toHaveCount(0);
});

test('what a drill showed is entered from the form and a file, and attached to a rating', async ({
  signedIn,
  sessionOf,
}) => {
  const { id, team } = await somebody(await sessionOf('hr_partner'));
  const page = await signedIn('hr_partner');
  await page.goto(`/o/demo/observations/new?team=${team}`);
  await page.getByLabel('Day', { exact: true }).fill('2026-01-15');
  await page.getByRole('textbox', { name: 'Drill or review' }).fill(`Search drill ${MARK}`);
  await page.getByLabel('Dimension', { exact: true }).selectOption('leadership');
  await page.locator(`[name="outcome.${id}"]`).selectOption('partly');
  await page.locator(`[name="note.${id}"]`).fill('Called the handler in time.');
  await page.getByRole('button', { name: 'Enter', exact: true }).click();
  await expect(page.getByText('One observation was entered.')).toBeVisible();
  const row = page.getByRole('row', { name: new RegExp(`Search drill ${MARK}`) });
  await expect(row).toContainText('Partly');

  const own = await (await page.request.get('/o/demo/observations/export?format=csv')).text();
  const line = own.split('\r\n').find((text) => text.includes(`Search drill ${MARK}`)) ?? '';
  const sent = `${own.split('\r\n')[0]}\r\n${line}\r\n${line.replace('partly', 'demonstrated').replace('Search drill', 'Second drill')}\r\n`;
  await page.goto('/o/demo/observations/import');
  await page
    .getByLabel('Observations, CSV or XLSX')
    .setInputFiles({ name: 'drills.csv', mimeType: 'text/csv', buffer: Buffer.from(sent) });
  await page.getByRole('button', { name: 'See what it would do' }).click();
  await expect(page.getByText('1 new, 0 changed, 1 unchanged, 0 faults.')).toBeVisible();
  await expect(page.getByText(`: Second drill ${MARK}, Leadership: demonstrated`)).toHaveText(/^\p{L}/u);
  await page.getByRole('button', { name: 'Import 1 observation' }).click();
  await expect(page.getByText('One observation was entered.')).toBeVisible();

  await page.goto(`/o/demo/people/${id}/evidence?dimension=leadership`);
  await page.getByRole('button', { name: new RegExp(`^Attach “Search drill ${MARK}`) }).click();
  await expect(page.getByText('The observation supports the rating now.')).toBeVisible();
  await expect(
    page.locator('.evidence-list p.person-words', { hasText: `Search drill ${MARK}: partly.` }),
  ).toHaveCount(1);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.goto(`/o/demo/observations?event=drill+${MARK}`);
  for (const event of ['Search', 'Second']) {
    await page.getByRole('button', { name: new RegExp(`^Remove “${event} drill ${MARK}`) }).click();
    await expect(
      page.getByRole('button', { name: new RegExp(`^Remove “${event} drill ${MARK}`) }),
    ).toHaveCount(0);
  }
});
