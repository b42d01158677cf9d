import { randomUUID } from 'node:crypto';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from './fixtures';

const WCAG_22_AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];

test('people of a file with columns of its own are previewed, applied, found, and taken back', async ({
  signedIn,
}) => {
  const page = await signedIn('hr_partner', { organization: 'northgate' });
  // Columns are remembered by their names: those of every run are its own.
  const run = randomUUID().slice(0, 8);
  const lines = [
    `Badge ${run};Whole ${run};Work ${run};Place ${run}`,
    `i-${run}-1;Imke ${run};Door keeper ${run};Imported ${run}`,
    `i-${run}-2;;Door keeper ${run};Imported ${run}`,
    `i-${run}-3;=Ole ${run};Door keeper ${run};Imported ${run}`,
  ];
  await page.goto('/o/northgate/imports');
  const buffer = Buffer.from(lines.join('\r\n'));
  const form = page.locator('form', { hasText: 'This file holds everybody' });
  await form.getByLabel('File', { exact: true }).setInputFiles({
    ...{ name: `people-${run}.csv`, mimeType: 'text/csv', buffer },
  });
  await form.getByRole('button', { name: 'Upload and preview' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`people-${run}.csv`);

  // The page goes on by itself when the worker has read the file.
  await expect(page.getByRole('heading', { name: 'Say what the columns are' })).toBeVisible();
  for (const [label, name] of [
    ['Personnel number', 'Badge'],
    ['Full name', 'Whole'],
    ['Job title', 'Work'],
    ['Team', 'Place'],
  ] as const)
    await page.getByLabel(label, { exact: true }).selectOption(`${name} ${run}`);
  const axe = new AxeBuilder({ page }).withTags(WCAG_22_AA);
  expect((await axe.analyze()).violations.map(({ id }) => id)).toEqual([]);
  await page.getByRole('button', { name: 'Preview', exact: true }).click();

  await expect(page.getByRole('heading', { name: 'What the file would do' })).toBeVisible();
  await expect(page.getByText('2 new, 0 changed, 0 unchanged.')).toBeVisible();
  await expect(page.getByRole('table', { name: 'Rejected rows' })).toContainText('Full name: is empty.');
  await page.getByRole('button', { name: 'Apply the good rows' }).click();
  await expect(page.getByRole('heading', { name: 'What was done' })).toBeVisible();
  const place = page.url();

  const listed = page.getByRole('link', { name: run });
  await page.goto(`/o/northgate/people?query=${run}`);
  await expect(listed).toHaveText([`=Ole ${run}`, `Imke ${run}`]);

  await page.goto(place);
  await page.getByRole('link', { name: 'Take it back' }).click();
  await expect(page.getByText('2 people who came with it will be taken away.')).toBeVisible();
  await page.getByRole('button', { name: 'Take it back' }).click();
  await expect(page.getByRole('heading', { name: 'Taken back' })).toBeVisible();
  await page.goto(`/o/northgate/people?query=${run}`);
  await expect(page.getByText('Nobody', { exact: false }).first()).toBeVisible();
  await expect(listed).toHaveCount(0);
});

test('a word of a file that is not known is said beside the preview', async ({ signedIn }) => {
  const page = await signedIn('hr_partner', { organization: 'northgate' });
  const run = randomUUID().slice(0, 8);
  const lines = [
    // What is remembered belongs to the names of the columns.
    `external_id,name,title,team,kind,Mark ${run}`,
    `k-${run}-1,Ida ${run},Door keeper,Words ${run},Werkstudent,`,
    `k-${run}-2,Ole ${run},Door keeper,Words ${run},Mini-Job,`,
  ];
  await page.goto('/o/northgate/imports');
  const form = page.locator('form', { hasText: 'This file holds everybody' });
  await form.getByLabel('File', { exact: true }).setInputFiles({
    ...{ name: `words-${run}.csv`, mimeType: 'text/csv', buffer: Buffer.from(lines.join('\n')) },
  });
  await form.getByRole('button', { name: 'Upload and preview' }).click();
  const card = page.getByRole('region', { name: 'Say what these words mean' });
  await card.getByLabel('“Werkstudent”').selectOption('Employee');
  const axe = new AxeBuilder({ page }).withTags(WCAG_22_AA);
  expect((await axe.analyze()).violations.map(({ id }) => id)).toEqual([]);
  await card.getByRole('button', { name: 'Preview again' }).click();
  await expect(page.getByText('1 new, 0 changed, 0 unchanged.')).toBeVisible();
  await expect(card.getByLabel('“Mini-Job”')).toBeVisible();
  await expect(card.getByLabel('“Werkstudent”')).toHaveCount(0);
});

test('the progress of an import is told live until it is over', async ({ signedIn }) => {
  const page = await signedIn('hr_partner', { organization: 'northgate' });
  const run = randomUUID().slice(0, 8);
  await page.goto('/o/northgate/imports');
  // Where the worker is quick the page may show the preview at once: events are read as the page reads them.
  const answered = await page.request.post('/o/northgate/imports', {
    headers: { Origin: new URL(page.url()).origin },
    multipart: {
      file: {
        name: `live-${run}.csv`,
        mimeType: 'text/csv',
        buffer: Buffer.from(`external_id,name,title,team\r\nl-${run},Lio ${run},Door keeper,Live ${run}\r\n`),
      },
    },
    maxRedirects: 0,
  });
  const place = answered.headers()['location'] ?? '';
  expect(place).toMatch(/\/imports\/[0-9a-f-]{36}$/);
  const events = await page.evaluate(
    (address) =>
      new Promise<string[]>((resolve, reject) => {
        const told: string[] = [];
        const source = new EventSource(`${address}/progress`);
        source.onmessage = ({ data }: MessageEvent<string>) => {
          told.push(data);
        };
        source.addEventListener('end', () => {
          source.close();
          resolve(told);
        });
        source.onerror = () => reject(new Error('no events'));
      }),
    place,
  );
  expect(events.at(-1)).toBe('{"state":"done","progress":1}');
  await page.goto(place);
  await expect(page.getByText('1 new, 0 changed, 0 unchanged.')).toBeVisible();
});
