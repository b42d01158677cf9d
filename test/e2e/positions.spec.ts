import { randomUUID } from 'node:crypto';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from './fixtures';
import { enter, tabTo } from './pages/by-keyboard';

const WCAG_22_AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];

test('a post is added and its profile written with reasons, by keyboard alone', async ({ signedIn }) => {
  // Other tests read the posts of the other organization.
  const page = await signedIn('hr_partner', { organization: 'northgate' });
  const title = `Gate lead ${randomUUID().slice(0, 8)}`;
  await page.goto('/o/northgate/positions');
  await enter(page, page.getByRole('link', { name: 'New position' }));
  await expect(page.getByRole('heading', { name: 'New position' })).toBeVisible();
  await tabTo(page, page.getByLabel('Title'));
  await page.keyboard.type(title);
  await tabTo(page, page.getByLabel('Team'));
  await page.keyboard.type('Canal Depot');
  await tabTo(page, page.getByLabel('Occupation code'));
  await page.keyboard.type('33-1091.00');
  await enter(page, page.getByRole('button', { name: 'Add position' }));
  await expect(page.getByText('The position was added.')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'No requirement written' })).toBeVisible();

  await enter(page, page.getByRole('link', { name: 'Write its profile' }));
  await expect(page.getByRole('heading', { name: `Profile of ${title}` })).toBeVisible();
  const leadership = page.getByRole('group', { name: 'Leadership' });
  await tabTo(page, leadership.getByLabel('Level'));
  await page.keyboard.type('3');
  await tabTo(page, leadership.getByLabel('Reason: choose'));
  await page.keyboard.press('ArrowDown');
  const character = page.getByRole('group', { name: 'Character' });
  await tabTo(page, character.getByLabel('Level'));
  await page.keyboard.type('2');
  await tabTo(page, character.getByLabel('Reason: write'));
  await page.keyboard.type('Keeps the keys of the depot.');
  const { violations } = await new AxeBuilder({ page }).withTags(WCAG_22_AA).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await enter(page, page.getByRole('button', { name: 'Write the profile' }));

  const profile = page.getByRole('table', { name: 'Own profile' });
  await expect(profile.getByRole('row', { name: /Character/ })).toContainText('Keeps the keys of the depot.');
  await expect(profile.getByRole('row', { name: /Leadership/ })).toContainText('said by Owain Tarrantley');
  await expect(page.getByText('Missing for readiness bands')).toHaveCount(0);
});
