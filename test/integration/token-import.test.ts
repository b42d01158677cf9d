import { describe, expect, it } from 'vitest';
import { type TenantContext, withAuth } from '#db/tenancy';
import { ownFile, peopleImports } from '#test/fixtures/people/people-imports';
import { openTestDatabase } from '#test/setup/database';
import { createApiToken } from '~/modules/organizations/commands/create-api-token';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import { exportRejectedRows } from '~/modules/people/commands/export-rejected-rows';
import { startImport } from '~/modules/people/commands/imports/start-import';
import { getEmployee } from '~/modules/people/queries/get-employee';

const db = await openTestDatabase();
const { newOrganization, jobs } = peopleImports(db);
const TODAY = new Date().toISOString().slice(0, 10);
const LINES = [
  'E1,Ada Berg,,Guard,Security,,,33-9032.00,1,2020-01-01,,active,employee,yes',
  'E2,Ben Cole,,Guard,Security,,,33-9032.00,1,2020-01-01,,active,employee,yes',
];

/** A live token of the organization, as who acts. */
async function tokenOf(organizationId: string) {
  await createApiToken(db.database, {
    ...{ organizationId, name: 'Import', role: 'hr_partner', teamScope: [], days: 1 },
  });
  const { tokenId } = await withAuth(db.database, ({ tx }) =>
    tx
      .selectFrom('apiTokens')
      .select('tokenId')
      .where('organizationId', '=', organizationId)
      .executeTakeFirstOrThrow(),
  );
  return { kind: 'token', id: tokenId } as const;
}

describe('a file that a program sends', () => {
  it('confirms no occupation, and leaves those that are confirmed and the same', async () => {
    const { organizationId, run, upload, preview, apply } = await newOrganization();
    const actor = await tokenOf(organizationId);
    await apply((await preview(ownFile(LINES.slice(0, 1)))).importId);
    const { uploadId } = await upload(ownFile(LINES));
    const asToken = (ctx: TenantContext) =>
      startImport(
        { ...ctx, actor },
        { kind: 'employees', uploadId, everybody: false, step: 'take', rejected: 'leave_out' },
      );
    await run(asToken);
    await jobs.run();
    const confirmed = (externalId: string) =>
      run(async (ctx) =>
        (await getEmployee(ctx, { externalId }, TODAY)).occupations.map(({ confirmedBy }) => confirmedBy),
      );
    expect(await confirmed('E1')).toEqual([expect.any(String)]);
    expect(await confirmed('E2')).toEqual([null]);
  });
});

describe('the rejected rows of a file', () => {
  it('are exported with a word in the log of how many', async () => {
    const { organizationId, run, preview } = await newOrganization();
    const { importId } = await preview(ownFile([...LINES, 'E3,,,Guard,Security,,,,,,,,,']));
    const viewer: Viewer = {
      ...{ kind: 'user', id: 'u', name: 'u', role: 'owner', teamScope: [], employeeId: null },
      organization: { id: organizationId, slug: 's', name: 's' },
    };
    const { rows } = await run((ctx) => exportRejectedRows(ctx, viewer, importId));
    expect(rows).toHaveLength(1);
    const entries = await run(({ tx }) =>
      tx
        .selectFrom('auditEntries')
        .select('details')
        .where('action', '=', 'import.rejected_export')
        .execute(),
    );
    expect(entries.map(({ details }) => details)).toEqual([{ import: importId, rows: 1 }]);
  });
});
