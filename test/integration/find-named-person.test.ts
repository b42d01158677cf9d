import { expect, it } from 'vitest';
import { ownFile, peopleImports } from '#test/fixtures/people/people-imports';
import { openTestDatabase } from '#test/setup/database';
import { findNamedPerson } from '~/modules/people/queries/find-named-person';
import { getEmployee } from '~/modules/people/queries/get-employee';
import { InvalidInput } from '~/shared/errors';

const db = await openTestDatabase();
const { newOrganization } = peopleImports(db);
const TODAY = new Date().toISOString().slice(0, 10);

it('whoever takes a post is named by name, number or address; a text that fits several says whom', async () => {
  const org = await newOrganization();
  const lines = ['F1,Ada Berg,ada@named.example', 'F2,Ben Berg,', 'F3,Cem Dal,'].map(
    (line) => `${line},Guard,Named,,,,,,,,,`,
  );
  await org.apply((await org.preview(ownFile(lines))).importId);
  const find = (text: string) => org.run((ctx) => findNamedPerson(ctx, text, 'number'));
  const idOf = (externalId: string) =>
    org.run(async (ctx) => (await getEmployee(ctx, { externalId }, TODAY)).employeeId);
  const ada = await idOf('F1');
  for (const text of ['F1', 'Ada Berg', ' ada berg', 'Ada Berg (F1)', 'ADA@named.example'])
    expect([text, await find(text)]).toEqual([text, ada]);
  expect(await find('Dal')).toBe(await idOf('F3'));
  const refusal = await find('Berg').catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(InvalidInput);
  expect((refusal as InvalidInput).errors).toEqual([
    {
      pointer: 'number',
      detail: 'More than one person fits. Write one of: Ada Berg (F1); Ben Berg (F2).',
    },
  ]);
  await expect(find('F9')).rejects.toThrow('No person fits.');
});
