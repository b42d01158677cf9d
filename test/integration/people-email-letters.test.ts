import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { ownFile, peopleImports } from '#test/fixtures/people/people-imports';
import { openTestDatabase } from '#test/setup/database';
import { importEmployees } from '~/modules/people/commands/import-employees';

const db = await openTestDatabase();
const { newOrganization } = peopleImports(db);
const TODAY = new Date().toISOString().slice(0, 10);

/** Addresses that differ by capitals of other scripts, whose small letters programs do not agree about. */
const PAIRS = [
  ['ΧΡΗΣΤΟΣ@h.example', 'χρηστοσ@h.example'],
  ['ΧΡΗΣΤΟΣ@h.example', 'χρηστος@h.example'],
  ['İvan@h.example', 'ivan@h.example'],
  ['ÅSA@h.example', 'åsa@h.example'],
  ['STRAẞE@h.example', 'straße@h.example'],
] as const;

/** Whether the database, whose index lets an address stand once, takes two for the same. */
async function areSame(org: Awaited<ReturnType<typeof newOrganization>>, [a, b]: readonly [string, string]) {
  const { rows } = await org.run((ctx) =>
    sql<{ same: boolean }>`select lower(${a}::text) = lower(${b}::text) as same`.execute(ctx.tx),
  );
  return rows[0]?.same === true;
}

const line = (id: string, email: string) => `${id},Sam,${email},Guard,Gate,,,,,,,,,`;

it.each(PAIRS)('takes %s and %s for the same exactly where the database does', async (a, b) => {
  const org = await newOrganization();
  const same = await areSame(org, [a, b]);
  const { importId, counts } = await org.preview(ownFile([line('S1', a), line('S2', b)]));
  expect(counts).toMatchObject(same ? { created: 0, rejected: 2 } : { created: 2, rejected: 0 });
  const text = ['external_id,name,email,title,team', `S1,Sam,${a},Guard,Gate`, `S2,Sam,${b},Guard,Gate`].join(
    '\n',
  );
  const whole = org.run((ctx) =>
    importEmployees(ctx, { file: 'p.csv', text, today: TODAY, importedBy: null }).catch((error: unknown) => {
      expect(error).toMatchObject({ errors: [{ pointer: 'p.csv:3' }] });
      return null;
    }),
  );
  expect(await whole).toEqual(same ? null : expect.objectContaining({ created: 2 }));
  if (!same) expect((await org.apply(importId)).state).toBe('planned');
});

it.each(PAIRS)('lets somebody have %s when another gives %s up, and takes that back', async (a, b) => {
  const org = await newOrganization();
  await org.apply((await org.preview(ownFile([line('S1', b), line('S2', '')]))).importId);
  const { importId } = await org.preview(ownFile([line('S2', a), line('S1', 'other@h.example')]));
  expect((await org.apply(importId)).counts).toMatchObject({ changed: 2, rejected: 0 });
  expect((await org.undo(importId)).state).toBe('undone');
  // The same without a file.
  const text = ['external_id,name,email,title,team', `S2,Sam,${a},Guard,Gate`, 'S1,Sam,,Guard,Gate'].join(
    '\n',
  );
  await org.run((ctx) => importEmployees(ctx, { file: 'p.csv', text, today: TODAY, importedBy: null }));
});
