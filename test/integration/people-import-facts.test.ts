import postgres from 'postgres';
import { afterAll, expect, it } from 'vitest';
import { ownFile, peopleImports } from '#test/fixtures/people/people-imports';
import { openTestDatabase } from '#test/setup/database';
import { getUndoPlan } from '~/modules/people/queries/get-undo-plan';

const db = await openTestDatabase();
const { newOrganization } = peopleImports(db);
const admin = postgres(db.urls.admin, { max: 1, onnotice: () => {} });
afterAll(() => admin.end());

/** Names with everything that JSON writes in a way of its own, and letters beyond. */
const NAMES = ['O"Neil \\ Co', 'Zoë Å\u0301strand', '日本 太郎', 'a/b <c> & \u2028d', 'Smile 😀'];
const row = (name: string, at: number, rest: string) => `E${at},"${name.replaceAll('"', '""')}",${rest}`;
const before = NAMES.map((name, at) =>
  row(
    name,
    at,
    `p${at}@h.example,Guard,Security / ${name.length},,,33-9032.00:40;33-1091.00:60,2,2020-01-01,,active,employee,yes`,
  ),
);
const after = NAMES.map((name, at) =>
  row(
    `${name}!`,
    at,
    `q${at}@h.example,"Lead ""A""",Security,${at > 0 ? 'E0' : ''},Quay,33-9032.00,3,2020-01-01,2199-12-31,leave,agency,no`,
  ),
);

it('what an import keeps of people, and the mark of what it left, are what the database says of them', async () => {
  const org = await newOrganization();
  await org.apply((await org.preview(ownFile(before))).importId);
  const known = await admin`select employee_id, name, email from employees order by employee_id`;
  const { importId } = await org.preview(ownFile(after));
  await org.apply(importId);
  const kept = await admin`
    select employee_id, before -> 'person' ->> 'name' as name, before -> 'person' ->> 'email' as email
      from import_changes where import_id = ${importId} order by employee_id`;
  expect(kept).toEqual(known);
  expect(kept).toHaveLength(NAMES.length);
  // Untouched is told by the database's own hash of what it has.
  const plan = await org.run((ctx) => getUndoPlan(ctx, importId));
  expect([plan.restore.length, plan.left]).toEqual([NAMES.length, []]);
  const [first] = await admin`
    select before -> 'occupations' -> 0 ->> 'soc' as soc, before -> 'employments' as periods
      from import_changes where import_id = ${importId} order by employee_id limit 1`;
  expect(first).toMatchObject({ soc: '33-1091.00', periods: [{ title: 'Guard', valid_to: null }] });
});
