import { randomUUID } from 'node:crypto';
import type { AppLoadContext } from '@remix-run/node';
import postgres from 'postgres';
import { afterAll, describe, expect, it } from 'vitest';
import { type TenantContext, withAuth } from '#db/tenancy';
import { peopleImports } from '#test/fixtures/people/people-imports';
import { openTestDatabase } from '#test/setup/database';
import { claimOfToken } from '~/http/resolve-viewer.server';
import { postAssessments } from '~/modules/assessments/commands/post-assessments';
import { addApiToken } from '~/modules/organizations/commands/create-api-token';
import { startImport } from '~/modules/people/commands/imports/start-import';
import { contestScene } from './contest-scene';

const db = await openTestDatabase();
const { importsOf, jobs } = peopleImports(db);
const admin = postgres(db.urls.admin, { max: 1, onnotice: () => {} });
afterAll(() => admin.end());

/** A token of an HR partner's role that the person H1 made for programs. */
async function tokenScene() {
  const scene = await contestScene(db);
  const { organizationId, inTenant, idOf } = scene;
  const [userId, tokenId] = [randomUUID(), randomUUID()];
  await admin`insert into auth.users (user_id, email, name) values (${userId}, ${`${userId}@example.org`}, 'Hanne')`;
  await inTenant(({ tx }) =>
    tx.updateTable('employees').set({ userId }).where('employeeId', '=', idOf('H1')).execute(),
  );
  const wish = {
    tokenId,
    organizationId,
    name: 'Nightly',
    role: 'hr_partner',
    teamScope: [],
    days: 1,
  } as const;
  const value = await withAuth(db.database, (ctx) =>
    addApiToken(ctx, wish, { createdBy: userId, needsApproval: false }),
  );
  /** Ratings that this token brought in, as they stand. */
  const stored = () =>
    inTenant(async ({ tx }) => {
      const rows = await tx
        .selectFrom('assessments')
        .select(['employeeId', 'raterKind'])
        .where('importedBy', '=', tokenId)
        .orderBy('raterKind')
        .execute();
      const names = new Map(['H1', 'P1', 'P2'].map((one) => [idOf(one), one]));
      return rows.map((row) => `${names.get(row.employeeId)} ${row.raterKind}`).sort();
    });
  return { ...scene, tokenId, value, stored };
}

describe('ratings that a token brings in about who made it', () => {
  it('are refused by the call, item by item, but for the own view', async () => {
    const { inTenant, value, stored, idOf } = await tokenScene();
    const context = { database: db.database } as AppLoadContext;
    const viewer = await claimOfToken(context, `Bearer ${value}`);
    if (!viewer) throw new Error('the token opens');
    const rated = (rater: string, who: object) => ({
      ...{ ...who, rater, assessedOn: '2026-11-10', occupation: '33-9032.00' },
      ratings: [{ dimension: 'leadership', level: 4 }],
    });
    const items = [
      rated('manager', { employeeExternalId: 'H1', raterExternalId: 'M1' }),
      rated('peer', { employeeId: idOf('H1') }),
      rated('calibrated', { employeeExternalId: 'H1' }),
      rated('self', { employeeExternalId: 'H1' }),
      rated('manager', { employeeExternalId: 'P1', raterExternalId: 'H1' }),
    ];
    const answer = await inTenant((ctx) => postAssessments(ctx, { viewer, reach: 'all', items }));
    const detail = 'names who made this token; what others say of them is brought in by somebody else';
    expect(answer.items).toMatchObject([
      { status: 'rejected', errors: [{ pointer: '/items/0/employeeExternalId', detail }] },
      { status: 'rejected', errors: [{ pointer: '/items/1/employeeId', detail }] },
      { status: 'rejected', errors: [{ pointer: '/items/2/employeeExternalId', detail }] },
      { status: 'created' },
      { status: 'created' },
    ]);
    expect(await stored()).toEqual(['H1 self', 'P1 manager']);
  });

  it('are refused of a file that it sends, row by row', async () => {
    const { organizationId, tokenId, stored } = await tokenScene();
    const { run, upload, rows } = importsOf(organizationId);
    const text = [
      'employee_external_id,rater,assessed_on,dimension,level',
      'H1,manager,2026-09-02,leadership,4',
      'H1,self,2026-09-02,leadership,4',
      'P2,manager,2026-09-02,leadership,3',
      '',
    ].join('\n');
    const send = async (step: 'plan' | 'take') => {
      const { uploadId } = await upload(text, 'ratings.csv');
      const actor = { kind: 'token', id: tokenId } as const;
      const importId = await run((ctx: TenantContext) =>
        startImport(
          { ...ctx, actor },
          { kind: 'assessments', uploadId, everybody: false, step, rejected: 'leave_out' },
        ),
      );
      await jobs.run();
      return importId;
    };
    const rejected = await rows(await send('plan'), 'rejected');
    expect(rejected.map(({ line, detail }) => [line, detail.faults?.[0]?.reason])).toEqual([
      [2, 'names who made this token; what others say of them is brought in by somebody else.'],
    ]);
    await send('take');
    expect(await stored()).toEqual(['H1 self', 'P2 manager']);
  });
});
