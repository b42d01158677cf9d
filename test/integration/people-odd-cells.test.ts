import { expect, it } from 'vitest';
import { ownFile, peopleImports } from '#test/fixtures/people/people-imports';
import { openTestDatabase } from '#test/setup/database';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import { EMPLOYEE_HEADER } from '~/modules/people/domain/employee-line';
import { readPeopleAddress } from '~/modules/people/domain/people-filter';
import { listEmployeeLines } from '~/modules/people/queries/list-employee-lines';
import { csvLine } from '~/shared/write-csv';

const db = await openTestDatabase();
const { newOrganization } = peopleImports(db);
const TODAY = new Date().toISOString().slice(0, 10);

/** What a spreadsheet would run, what it shows from the right, and what takes more bytes than characters. */
const TEXTS = [
  ...['=1+1', '+49 30', '-Dash', '@sum(A1)', "'=quoted", "''twice", '＝wide'],
  ...['👩‍🚒 Ana', 'שרה כהן', 'محمد علي', '\u{1F1E9}\u{1F1EA} Flag', 'e\u0301 apart'],
];

it('keeps every text as it is, in names, titles, teams and sites, and reads its own export as nothing new', async () => {
  const org = await newOrganization();
  const rows = TEXTS.map((text, at) => csvLine([`O${at}`, text, '', text, text, '', text]));
  // As a program writes it: nothing guarded.
  const bare = TEXTS.map((text, at) => `O${at},"${text}",,"${text}","${text}",,"${text}",,,2020-01-01,,,,`);
  expect(rows.some((row, at) => row !== bare[at])).toBe(true);
  const { importId, counts } = await org.preview(ownFile(bare));
  expect(counts).toMatchObject({ created: TEXTS.length, rejected: 0 });
  await org.apply(importId);
  const viewer: Viewer = {
    ...{ kind: 'user', id: 'u', name: 'u', role: 'hr_partner', teamScope: [], employeeId: null },
    organization: { id: org.organizationId, slug: 's', name: 's' },
  };
  const { filter } = readPeopleAddress(new URLSearchParams());
  const question = { viewer, reach: 'all', filter, asOf: TODAY } as const;
  const { lines } = await org.run((ctx) => listEmployeeLines(ctx, question, null));
  const names = new Map(lines.map(([externalId, name]) => [externalId, name]));
  // One apostrophe before what looks like a formula is a guard, and is taken off.
  expect(TEXTS.map((_, at) => names.get(`O${at}`))).toEqual(
    TEXTS.map((text) => (text === "'=quoted" ? '=quoted' : text)),
  );
  const file = [EMPLOYEE_HEADER, ...lines].map((line) => csvLine(line)).join('\r\n');
  expect(file.split('\r\n').slice(1).join('\n')).not.toMatch(/(^|,)"?[=+@＝-]/mu);
  const again = await org.preview(`${file}\r\n`);
  expect(again.counts).toMatchObject({ created: 0, changed: 0, unchanged: TEXTS.length, rejected: 0 });
});
