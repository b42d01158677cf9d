import { expect, it } from 'vitest';
import { withAuth } from '#db/tenancy';
import { openTestWeb } from '#test/setup/web';

const web = await openTestWeb();
const { a, b, db } = web;

it('the log names nobody whose id stands in the address alone', async () => {
  const cookie = await web.signInAs('owner');
  const { userId } = b.members.hr_partner;
  const { status, body } = await web.send(`/o/${a.slug}/audit?actor=user:${userId}`, { cookie });
  expect([status, body.includes(b.canary)]).toEqual([200, false]);
});

it('the log names a member who left, of whom it tells', async () => {
  const cookie = await web.signInAs('owner');
  const { userId } = a.members.executive;
  const members = `/o/${a.slug}/settings/members`;
  const [{ name } = { name: '' }] = await withAuth(db.database, ({ tx }) =>
    tx.selectFrom('users').select('name').where('userId', '=', userId).execute(),
  );
  const headers = { 'Content-Type': 'application/x-www-form-urlencoded', 'Sec-Fetch-Site': 'same-origin' };
  const body = new URLSearchParams({ intent: 'remove', member: userId }).toString();
  const removed = await web.send(members, { method: 'POST', cookie, headers, body });
  expect(removed.status).toBeLessThan(400);
  const log = await web.send(`/o/${a.slug}/audit?action=member.remove`, { cookie });
  expect([log.status, log.body.includes(name)]).toEqual([200, true]);
});
