import { expect, test } from './fixtures';
import { DIMENSION_NAMES } from './pages/dimensions';
import { heatmapOf, readWords, rowNamed } from './pages/heatmap';

const TOP_TEAMS = [
  'Control Rooms',
  'Executive Office',
  'Investigations',
  'Maritime Liaison',
  'Mobile Response',
  'People and Training',
  'Risk and Systems',
  'Terminal Operations Channel and South',
  'Terminal Operations North',
  'Terminal Operations West',
];

test('an HR partner sees every top team in all twelve dimensions', async ({ signedIn }) => {
  const page = await signedIn('hr_partner');
  await page.goto('/o/demo');
  const heatmap = heatmapOf(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Capability heatmap');
  expect(await heatmap.columns()).toEqual([...DIMENSION_NAMES]);
  const rows = await heatmap.rows();
  expect(rows.map((row) => row.name)).toEqual(TOP_TEAMS);
  for (const row of rows) {
    expect(row.people).toBeGreaterThan(0);
    expect(row.cells.map((cell) => cell.words.split(',')[0])).toEqual([...DIMENSION_NAMES]);
    expect(row.cells.some((cell) => cell.locked)).toBe(false);
  }
});

test('a cell shows how many are assessed and the share that is not', async ({ signedIn }) => {
  const page = await signedIn('hr_partner');
  await page.goto('/o/demo/heatmap');
  const cells = (await heatmapOf(page).rows()).flatMap((row) => row.cells);
  const incomplete = cells.filter(({ words }) => readWords(words).assessed !== readWords(words).people);
  expect(incomplete.length).toBeGreaterThan(50);
  for (const { words, notes, number } of incomplete) {
    const { assessed, people, mean } = readWords(words);
    if (assessed === null || people === null || mean === null) throw new Error(`no figures in: ${words}`);
    const unknown = Math.round((100 * (people - assessed)) / people);
    expect(notes, words).toEqual(expect.arrayContaining([String(assessed), `?${unknown}%`]));
    expect(number, words).toBe(mean.toFixed(1));
  }
});

test('the teams beneath a team add up to it, down to its people, and the way back stands above', async ({
  signedIn,
}) => {
  const page = await signedIn('hr_partner');
  await page.goto('/o/demo/heatmap');
  const heatmap = heatmapOf(page);
  const way = ['Terminal Operations North', 'Hamburg', 'Cruise Terminal'];
  for (const team of way) {
    const above = rowNamed(await heatmap.rows(), team);
    await heatmap.rowLink(team).click();
    await expect(heatmap.crumbs.getByRole('listitem').last()).toHaveText(team);
    const beneath = await heatmap.rows();
    const people = beneath.reduce((sum, row) => sum + (row.people ?? 1), 0);
    expect(people, `people beneath ${team}`).toBe(above.people);
    DIMENSION_NAMES.forEach((dimension, column) => {
      const words = (row: typeof above) => row.cells[column]?.words ?? '';
      const assessed = beneath.map((row) =>
        row.people === null
          ? Number(!words(row).includes('not assessed'))
          : (readWords(words(row)).assessed ?? 0),
      );
      const sum = assessed.reduce((total, one) => total + one, 0);
      expect(sum, `${dimension} beneath ${team}`).toBe(readWords(words(above)).assessed ?? 0);
    });
  }
  await expect(page).toHaveURL(/rows=person/);
  await expect(heatmap.crumbs.getByRole('listitem')).toHaveText(['Harbourline', ...way]);
  await heatmap.crumbs.getByRole('link', { name: 'Hamburg' }).click();
  await expect(heatmap.rowLink('Cruise Terminal')).toBeVisible();
  await heatmap.crumbs.getByRole('link', { name: 'Harbourline' }).click();
  await expect(heatmap.rowLink('Control Rooms')).toBeVisible();
  await expect(page).toHaveURL('/o/demo/heatmap');
});

test('the row "directly in" leads to as many people as it counts', async ({ signedIn }) => {
  const page = await signedIn('hr_partner');
  await page.goto('/o/demo/heatmap');
  const heatmap = heatmapOf(page);
  await heatmap.rowLink('Terminal Operations North').click();
  const name = 'Directly in Terminal Operations North';
  await expect(heatmap.rowLink(name)).toBeVisible();
  const direct = rowNamed(await heatmap.rows(), name);
  await heatmap.rowLink(name).click();
  await expect(heatmap.rowLink(name)).toHaveCount(0);
  expect(await heatmap.rows()).toHaveLength(direct.people ?? 0);
});

test('a person leads to the profile', async ({ signedIn }) => {
  const page = await signedIn('hr_partner');
  await page.goto('/o/demo/heatmap');
  const heatmap = heatmapOf(page);
  await heatmap.rowLink('Maritime Liaison').click();
  await expect(heatmap.crumbs.getByRole('listitem').last()).toHaveText('Maritime Liaison');
  const [first] = await heatmap.rows();
  await heatmap.rowLink(first?.name ?? '').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(first?.name ?? '');
  await expect(page).toHaveURL(/\/o\/demo\/people\//);
});

test('level, share at target and gap change the numbers and the address', async ({ signedIn }) => {
  const page = await signedIn('hr_partner');
  await page.goto('/o/demo/heatmap');
  const heatmap = heatmapOf(page);
  const choose = async (figure: string, address: string) => {
    await heatmap.figures.getByRole('link', { name: figure }).click();
    await expect(page).toHaveURL(address);
    await expect(heatmap.figures.locator('[aria-current]')).toHaveText(figure);
    return (await heatmap.rows()).flatMap((row) => row.cells);
  };
  for (const { number, words } of await choose('At target', '/o/demo/heatmap?figure=at_target'))
    expect(number, words).toBe(readWords(words).atTarget ?? '–');
  for (const { number, words } of await choose('Gap', '/o/demo/heatmap?figure=gap')) {
    const { gap } = readWords(words);
    const little = words.includes('under 0.1 below target');
    const shown = gap === 0 ? '0.0' : `\u2212${little ? '<' : ''}${gap?.toFixed(1)}`;
    expect(number, words).toBe(gap === null ? '–' : shown);
  }
  for (const { number, words } of await choose('Level', '/o/demo/heatmap'))
    expect(number, words).toBe(readWords(words).mean?.toFixed(1));
});

test('the page says as of when its figures are', async ({ signedIn }) => {
  const page = await signedIn('hr_partner');
  await page.goto('/o/demo/heatmap');
  await expect(page.getByText(/^Figures of \d{1,2} [A-Z][a-z]{2} \d{4}, \d\d:\d\d:\d\d$/)).toBeVisible();
});
