import { expect, test } from './fixtures';
import { DIMENSION_NAMES } from './pages/dimensions';
import { heatmapOf } from './pages/heatmap';
import { readPanel } from './pages/panel';

const DEMO_OCCUPATIONS = ['11-3013.01', '13-1199.07', '33-1091.00', '33-9021.00', '33-9032.00', '43-5031.00'];

for (const javaScriptEnabled of [true, false]) {
  test(`occupations are listed and searched ${javaScriptEnabled ? 'with' : 'without'} script`, async ({
    signedIn,
  }) => {
    const page = await signedIn('employee', { javaScriptEnabled });
    await page.goto('/o/demo');
    await page.locator('.rail').getByRole('link', { name: 'Occupations' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Occupations');
    const rows = page.locator('tbody').getByRole('rowheader');
    await expect(rows).toHaveCount(DEMO_OCCUPATIONS.length);
    for (const [index, soc] of DEMO_OCCUPATIONS.entries()) await expect(rows.nth(index)).toContainText(soc);
    const search = async (query: string) => {
      await page.getByRole('searchbox').fill(query);
      await page.getByRole('button', { name: 'Search' }).click();
      await expect(page).toHaveURL((url) => url.searchParams.get('query') === query);
      await expect(page.getByRole('searchbox')).toHaveValue(query);
    };
    await search('guards');
    await expect(rows).toHaveCount(1);
    await expect(rows).toContainText('Security Guards');
    await search('33-9');
    await expect(rows).toHaveCount(2);
    await search('%_\'"<z>\\');
    await expect(page.getByRole('heading', { name: 'No occupation found' })).toBeVisible();
  });
}

const OWN_LABELS = ['1Emerging', '2Developing', '3Proficient', '4Advanced'];
const DURABLE_LABELS = ['1Emerging', '2Developing', '3Applying', '4Exceeding'];

test('an occupation has its statements of three instruments by level, each with its source', async ({
  signedIn,
}) => {
  const page = await signedIn('employee');
  await page.goto('/o/demo/occupations');
  await page.getByRole('link', { name: 'Security Guards' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Security Guards');
  const choice = page.getByRole('navigation', { name: 'Statements' });
  for (const [name, ladders] of [
    ['Mastery', 1],
    ['AI use', 1],
    ['Durable skills', 10],
  ] as const) {
    await choice.getByRole('link', { name }).click();
    await expect(choice.locator('[aria-current]')).toContainText(name);
    const count = Number(/\d+$/.exec((await choice.locator('[aria-current]').textContent()) ?? '')?.[0]);
    const labels = name === 'Durable skills' ? DURABLE_LABELS : OWN_LABELS;
    const heads = await page.locator('.rung-head').allTextContents();
    expect(heads.map((head) => head.replaceAll(/\s/g, ''))).toEqual(Array(ladders).fill(labels).flat());
    const statements = page.locator('.rung-list > li');
    await expect(statements).toHaveCount(count);
    const known = await page.locator('.cited dd').allTextContents();
    const cited = await statements.evaluateAll((items) =>
      items.map((item) => [...item.querySelectorAll<HTMLElement>('.cite')].map((one) => one.title)),
    );
    for (const titles of cited) {
      expect(titles.length).toBeGreaterThan(0);
      expect(known).toEqual(expect.arrayContaining(titles));
    }
  }
  await expect(page.locator('section.domain h3')).toHaveText(DIMENSION_NAMES.slice(0, 10));
  await expect(page.getByRole('heading', { name: 'Sources' })).toBeVisible();
});

test('the panel of the heatmap quotes the occupation page', async ({ signedIn }) => {
  const page = await signedIn('hr_partner');
  await page.goto('/o/demo/heatmap');
  const heatmap = heatmapOf(page);
  await heatmap.cell('Mastery', 'Control Rooms').click();
  const [first] = (await readPanel(heatmap.panel, 'Mastery, Control Rooms')).statements;
  const quoted = await heatmap.panel
    .locator('details.statements')
    .first()
    .locator('li')
    .evaluateAll((items) =>
      items.map((item) => (item.querySelector('b')?.nextSibling?.textContent ?? '').trim()),
    );
  expect(quoted.length).toBeGreaterThan(0);
  await page.goto(`/o/demo/occupations/${first?.soc}?view=mastery`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(first?.occupation ?? '');
  for (const behaviour of quoted) await expect(page.locator('.rung-list')).toContainText([behaviour]);
});

test('an occupation that does not exist is not found', async ({ signedIn }) => {
  const page = await signedIn('employee');
  for (const soc of ['99-9999.99', 'security', '33-9032']) {
    expect((await page.goto(`/o/demo/occupations/${soc}`))?.status(), soc).toBe(404);
    await expect(page.getByRole('heading', { name: 'There is no such page' })).toBeVisible();
  }
});
