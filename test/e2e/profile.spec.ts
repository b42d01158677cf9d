import type { APIRequestContext } from '@playwright/test';
import { demoAccount } from './cadre/demo-accounts';
import { expect, test } from './fixtures';
import { DIMENSION_NAMES } from './pages/dimensions';
import { listPeople, teamId } from './pages/everyone';

/** The start of an employee is the own profile. */
async function ownProfile(session: APIRequestContext): Promise<string> {
  return new URL((await session.get('/o/demo')).url()).pathname;
}

test('an employee sees the own profile in all twelve dimensions', async ({ signedIn }) => {
  const account = demoAccount('employee', 'demo', 1);
  const page = await signedIn('employee', { index: 1 });
  await page.goto('/o/demo');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(account.name);
  await expect(page.getByText(/^As of \d{1,2} [A-Z][a-z]{2} \d{4}, computed /)).toBeVisible();
  const profile = page.getByRole('region', { name: 'Profile' });
  await expect(profile.getByRole('rowheader')).toHaveText([...DIMENSION_NAMES]);
  await expect(page.getByText(/\d+ of \d+ dimensions at target/)).toBeVisible();
  await page.getByRole('link', { name: 'My profile' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(account.name);
});

test('no one else opens for an employee, and there is no sign of who exists', async ({ sessionOf }) => {
  const employee = await sessionOf('employee', { index: 1 });
  const own = await ownProfile(employee);
  const everyone = await listPeople(await sessionOf('hr_partner'), 'demo');
  const names = new Map(everyone.map((person) => [person.name, `/o/demo/people/${person.id}`]));
  const manager = names.get(demoAccount('employee').name) ?? '';
  const colleagues = everyone.map(({ id }) => `/o/demo/people/${id}`).filter((path) => path !== own);
  const absent = '/o/demo/people/00000000-0000-7000-8000-000000000000';
  for (const path of [manager, ...colleagues.slice(0, 5), absent, '/o/demo/people/not-an-id', `${own}0`]) {
    const answer = await employee.get(path);
    expect(answer.status(), path).toBe(404);
    expect(await answer.text(), path).toContain('There is no such page');
  }
});

test('a manager sees direct reports, and nobody beyond', async ({ signedIn, sessionOf }) => {
  const page = await signedIn('employee');
  await page.goto(await ownProfile(await sessionOf('employee', { index: 1 })));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(demoAccount('employee', 'demo', 1).name);

  const hrPartner = await sessionOf('hr_partner');
  const region = 'Terminal Operations North';
  const gates = [region, 'Hamburg', 'Container Terminal', 'Gate and Landside'];
  const team = await listPeople(hrPartner, 'demo', await teamId(hrPartner, ...gates, 'Day Shift'));
  const others = await listPeople(hrPartner, 'demo', await teamId(hrPartner, region));
  expect(team.length).toBeGreaterThanOrEqual(9);
  expect(others.length).toBeGreaterThan(50);
  const manager = await sessionOf('employee');
  const open: string[] = [];
  for (const { id, name } of others) {
    const answer = await manager.get(`/o/demo/people/${id}`);
    if (answer.ok()) open.push(name);
    else expect(answer.status(), name).toBe(404);
  }
  expect(open.sort()).toEqual(team.map((person) => person.name).sort());
});
