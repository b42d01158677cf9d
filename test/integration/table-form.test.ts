import { beforeAll, describe, expect, it } from 'vitest';
import type { TenantContext } from '#db/tenancy';
import { workbookOf } from '#test/fixtures/workbook-of';
import { openTestDatabase, type TestDatabase } from '#test/setup/database';
import { bodyLimitOf } from '~/http/body-limit.server';
import { readTableForm } from '~/http/read-table-form.server';
import type { BodyStage } from '~/http/tenant-route.server';
import { InvalidInput, NotFound } from '~/shared/errors';

const LIMIT = { maxBytes: 16 * 1024 * 1024 };
const ADDRESS = 'http://localhost/o/x/targets/import';

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});

/** The stage of a body in a new organization. */
async function stage() {
  const { organizationId } = await db.newOrganization();
  const inTenant = <T>(work: (ctx: TenantContext) => Promise<T>) => db.tenant(organizationId, work);
  const stored = () =>
    db.tenant(
      organizationId,
      async ({ tx }) => (await tx.selectFrom('uploads').select('uploadId').execute()).length,
    );
  return { stage: { inTenant } as unknown as BodyStage, stored };
}

function withFile(bytes: Uint8Array<ArrayBuffer>, name: string): Request {
  const body = new FormData();
  body.set('intent', 'preview');
  body.set('file', new File([bytes], name));
  return new Request(ADDRESS, { method: 'POST', body });
}
const withFields = (fields: string) =>
  new Request(ADDRESS, {
    method: 'POST',
    body: fields,
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
  });

describe('a form about a table', () => {
  it('takes a file as large as an own export of targets, and the form that follows names it', async () => {
    const { stage: body, stored } = await stage();
    const row = '33-9032.00,2,communication,3,2,no\r\n';
    const text = `occupation,role_band,dimension,level,weight,critical\r\n${row.repeat(40_000)}`;
    expect(text.length).toBeGreaterThan(1_300_000);
    expect(bodyLimitOf('/o/x/targets/import')).toBeGreaterThan(LIMIT.maxBytes);
    const first = await readTableForm(withFile(new TextEncoder().encode(text), 'targets.csv'), body, LIMIT);
    expect(first).toMatchObject({
      isNew: true,
      fields: { intent: 'preview' },
      table: { file: 'targets.csv' },
    });
    expect(first.table.rows).toHaveLength(40_000);
    const sent = new URLSearchParams({ intent: 'apply', upload: first.uploadId }).toString();
    expect(sent.length).toBeLessThan(200);
    const next = await readTableForm(withFields(sent), body, LIMIT);
    expect(next).toMatchObject({ isNew: false, uploadId: first.uploadId, fields: { intent: 'apply' } });
    expect(next.table.rows).toHaveLength(40_000);
    expect(await stored()).toBe(1);
  });

  it('keeps nothing of a file that is refused', async () => {
    const { stage: body, stored } = await stage();
    const bomb = workbookOf(`<row><c r='ZZZZZZZ1' t="inlineStr"><is><t>x</t></is></c></row>`);
    const reading = readTableForm(withFile(bomb, 'x.xlsx'), body, LIMIT);
    await expect(reading).rejects.toThrow(InvalidInput);
    expect(await stored()).toBe(0);
  });

  it('refuses another organization’s upload, no upload and fields that come twice', async () => {
    const [mine, other] = [await stage(), await stage()];
    const { uploadId } = await readTableForm(
      withFile(new TextEncoder().encode('a\n1\n'), 'a.csv'),
      other.stage,
      LIMIT,
    );
    await expect(readTableForm(withFields(`upload=${uploadId}`), mine.stage, LIMIT)).rejects.toThrow(
      NotFound,
    );
    for (const fields of ['intent=apply', 'upload=1', `upload=${uploadId}&from=a&from=b`])
      await expect(readTableForm(withFields(fields), other.stage, LIMIT)).rejects.toThrow(InvalidInput);
  });
});
