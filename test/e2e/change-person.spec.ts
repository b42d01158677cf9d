import { formatDay } from '~/shared/format-day';
import { expect, test } from './fixtures';
import { listPeople, teamId } from './pages/everyone';

const DAY_MS = 86_400_000;

/** The Monday after the day, YYYY-MM-DD. */
function nextMonday(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  const ahead = ((8 - date.getUTCDay()) % 7) + 7;
  return new Date(date.getTime() + ahead * DAY_MS).toISOString().slice(0, 10);
}

/** Each way changes a person of its own: both run at once. */
for (const [index, javaScriptEnabled] of [true, false].entries()) {
  test(`a change from a Monday ahead is planned, and withdrawn again (script: ${javaScriptEnabled})`, async ({
    signedIn,
    sessionOf,
  }) => {
    const session = await sessionOf('hr_partner');
    const team = await teamId(session, 'Risk and Systems', 'Risk Analysis');
    const someone = (await listPeople(session, 'demo', team))[index];
    const page = await signedIn('hr_partner', { javaScriptEnabled });
    await page.goto(`/o/demo/people/${someone?.id}/edit`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Change ${someone?.name}`);
    const title = page.getByRole('textbox', { name: 'Title' });
    const before = await title.inputValue();
    const day = page.getByLabel('Holds from');
    const monday = nextMonday(await day.inputValue());
    await title.fill('Planned title of a test');
    await day.fill(monday);
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByRole('status')).toContainText(`Saved: Title, planned from ${formatDay(monday)}.`);
    await expect(title).toHaveValue(before);
    await expect(page.getByText('Planned title of a test, from')).toBeVisible();
    await page.getByRole('button', { name: `Withdraw Title from ${formatDay(monday)}` }).click();
    await expect(page.getByRole('status')).toContainText('The planned change was withdrawn.');
    await expect(page.getByText('Planned title of a test')).toHaveCount(0);
  });
}
