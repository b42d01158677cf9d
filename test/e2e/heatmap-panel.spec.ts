import { expect, test } from './fixtures';
import { DIMENSION_NAMES, type DimensionName } from './pages/dimensions';
import { heatmapOf, readWords } from './pages/heatmap';
import { type DrawnPanel, readPanel } from './pages/panel';

const DURABLE = ['4 Exceeding', '3 Applying', '2 Developing', '1 Emerging', '0 Not yet'];
const OWN = ['4 Advanced', '3 Proficient', '2 Developing', '1 Emerging', '0 Not yet'];

for (const dimension of ['Leadership', 'AI use', 'Mastery'] as const satisfies readonly DimensionName[]) {
  test(`the panel of ${dimension} explains its figure`, async ({ signedIn }) => {
    const page = await signedIn('hr_partner');
    await page.goto('/o/demo/heatmap');
    const heatmap = heatmapOf(page);
    const cell = heatmap.cell(dimension, 'Risk and Systems');
    const words = readWords((await cell.getAttribute('aria-label')) ?? '');
    await cell.click();
    await expect(heatmap.panel.getByRole('heading', { level: 2 })).toHaveText(
      `${dimension}, Risk and Systems`,
    );
    await expect(cell).toHaveAttribute('aria-current', 'true');

    const panel = await readPanel(heatmap.panel);
    expect(panel.distribution.map((line) => line.level)).toEqual(dimension === 'Leadership' ? DURABLE : OWN);
    const levels = panel.distribution.flatMap(({ level, count }) => Array(count).fill(Number(level[0])));
    levels.sort((a, b) => a - b);
    const sum = levels.reduce((total: number, level: number) => total + level, 0);
    expect(levels).toHaveLength(words.assessed ?? -1);
    expect(panel.figure).toBe((Math.round((10 * sum) / levels.length) / 10).toFixed(1));
    expect(panel.median).toBe(levels[Math.ceil(levels.length / 2) - 1]);

    await heatmap.panel.getByText('Why this number').click();
    const why = await readPanel(heatmap.panel).then((read) => read.why);
    const terms = (why['Sum of levels'] ?? '').split(' = ')[0]?.split(' + ') ?? [];
    const recomputed = terms.reduce((total, term) => {
      const [count, level] = term.split(' × ').map(Number);
      return total + (count ?? Number.NaN) * (level ?? Number.NaN);
    }, 0);
    expect(recomputed).toBe(sum);
    expect(why['Sum of levels']).toMatch(new RegExp(` = ${sum}$`));
    expect(why['People assessed']).toBe(String(levels.length));
    expect(why.Mean).toBe(`${sum} / ${levels.length} = ${(sum / levels.length).toFixed(2)}`);
    const left = (words.people ?? 0) - levels.length;
    expect(why['not assessed'] ?? '0 people').toBe(left === 1 ? '1 person' : `${left} people`);
  });
}

test('the panel shows this and the next level in the words of an occupation', async ({ signedIn }) => {
  const page = await signedIn('hr_partner');
  await page.goto('/o/demo/heatmap');
  const heatmap = heatmapOf(page);
  const met = new Set<string>();
  for (const dimension of ['Leadership', 'AI use'] as const) {
    for (const team of ['Executive Office', 'Control Rooms']) {
      await heatmap.cell(dimension, team).click();
      const { distribution, statements } = await readPanel(heatmap.panel, `${dimension}, ${team}`);
      const expected = thisAndNext(distribution);
      for (const heading of expected) met.add(heading);
      expect(statements.length).toBeGreaterThan(0);
      for (const { occupation, soc, levels: shown } of statements) {
        expect(occupation).not.toBe('');
        expect(soc).toMatch(/^\d\d-\d{4}\.\d\d$/);
        expect(shown.map((level) => level.heading)).toEqual(expected);
        for (const { texts } of shown) expect(texts.join('').length).toBeGreaterThan(20);
      }
    }
  }
  expect([...met]).toEqual(expect.arrayContaining(['3 Applying', '3 Proficient']));
});

/** The whole level that the mean has reached and the one above, as the distribution names them. */
function thisAndNext(distribution: DrawnPanel['distribution']): string[] {
  const people = distribution.reduce((sum, line) => sum + line.count, 0);
  const levels = distribution.reduce((sum, line) => sum + line.count * Number(line.level[0]), 0);
  const reached = Math.floor(levels / people);
  return [reached, reached + 1].flatMap((rank) =>
    distribution.filter(({ level }) => rank > 0 && level.startsWith(`${rank} `)).map(({ level }) => level),
  );
}

test('a panel has an address of its own, closes, and is there without script too', async ({
  signedIn,
  sessionOf,
}) => {
  const page = await signedIn('hr_partner');
  await page.goto('/o/demo/heatmap?figure=gap');
  const heatmap = heatmapOf(page);
  await heatmap.cell('Creativity', 'Investigations').click();
  await expect(page).toHaveURL(/figure=gap.*cell=group:[0-9a-f-]{36}:creativity$/);
  const address = page.url();
  await heatmap.panel.getByRole('link', { name: 'Close, back to the matrix' }).click();
  await expect(heatmap.panel).toHaveCount(0);
  await expect(page).toHaveURL('/o/demo/heatmap?figure=gap');
  await page.goBack();
  await expect(heatmap.panel).toBeVisible();
  const html = await (await (await sessionOf('hr_partner')).get(address)).text();
  expect(html).toContain('Creativity, Investigations</h2>');
});

test('the panel of a person says level, evidence and rater', async ({ signedIn }) => {
  const page = await signedIn('hr_partner');
  await page.goto('/o/demo/heatmap');
  const heatmap = heatmapOf(page);
  await heatmap.rowLink('Executive Office').click();
  await expect(page).toHaveURL(/rows=person/);
  for (const dimension of [DIMENSION_NAMES[0], 'AI use'] as const) {
    const cell = heatmap.cell(dimension, 'Tobias Wennekesloot');
    const words = (await cell.getAttribute('aria-label')) ?? '';
    const [, level, label] = /level (\d), (\w+)/.exec(words) ?? [];
    await cell.click();
    await expect(heatmap.panel.getByRole('heading', { level: 2 })).toHaveText(
      `${dimension}, Tobias Wennekesloot`,
    );
    await expect(heatmap.panel).toContainText(new RegExp(`${level}\\s+${label} · target \\d`));
    await expect(heatmap.panel).toContainText(/evidence (strong|fair|re-check) · (rated by|calibrated)/);
    await expect(heatmap.panel.locator('.distribution')).toHaveCount(0);
  }
});
