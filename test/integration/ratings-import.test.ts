import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Actor, TenantContext } from '#db/tenancy';
import { peopleImports } from '#test/fixtures/people/people-imports';
import { openTestDatabase } from '#test/setup/database';
import { downloadTable } from '~/http/table-download.server';
import { importRatingsTable, planRatingsTable } from '~/modules/assessments/commands/import-ratings-table';
import { importerOf } from '~/modules/assessments/queries/importer-of';
import { listRatingsPreview } from '~/modules/assessments/queries/list-ratings-preview';
import type { Role } from '~/modules/organizations/domain/role';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import { exportRejectedRows } from '~/modules/people/commands/export-rejected-rows';
import { getImport } from '~/modules/people/queries/get-import';
import { listImports } from '~/modules/people/queries/list-imports';
import { readCsv } from '~/shared/csv';
import { contestScene } from './contest-scene';

const db = await openTestDatabase();
const { importsOf } = peopleImports(db);
const LONG = 'employee_external_id,rater,rater_external_id,assessed_on,dimension,level,evidence';
const file = (...lines: string[]) => [LONG, ...lines, ''].join('\r\n');
const ratings = { kind: 'assessments' as const, name: 'ratings.csv' };

async function ratingsScene() {
  const scene = await contestScene(db);
  const imports = importsOf(scene.organizationId);
  const viewer = (role: Role): Viewer => ({ ...scene.viewer(role, null), id: randomUUID() });
  const levels = () =>
    scene.inTenant(async ({ tx }) => {
      const rows = await tx
        .selectFrom('assessments')
        .innerJoin('ratings', 'ratings.assessmentId', 'assessments.assessmentId')
        .select(['raterKind', 'dimension', 'level', 'version'])
        .where('assessments.employeeId', '=', scene.idOf('P2'))
        .where('state', '=', 'submitted')
        .orderBy('raterKind')
        .orderBy('dimension')
        .execute();
      return rows.map((row) => `${row.raterKind} ${row.dimension} ${row.level ?? '?'} v${row.version}`);
    });
  return { ...scene, ...imports, viewer, levels };
}

describe('a file of ratings', () => {
  it('is previewed row by row, and applied without the rows that have a fault', async () => {
    const { preview, apply, rows, levels, run, viewer } = await ratingsScene();
    const before = await levels();
    const planned = await preview(
      file(
        'P2,manager,,2026-09-01,leadership,4,Led the drill',
        'P2,self,,2026-09-02,mastery,3,',
        'P2,self,,2026-09-02,character,?,',
        'P1,manager,M1,2026-09-01,leadership,1,',
        'P9,manager,M1,2026-09-01,leadership,1,',
        'P3,manager,M1,2026-09-01,mastery,7,',
        'P4,manager,M1,2026-09-01,mastery,1,',
        'P4,manager,M1,2026-09-01,mastery,2,',
      ),
      ratings,
    );
    expect(planned).toMatchObject({
      state: 'planned',
      counts: { created: 1, changed: 1, unchanged: 1, rejected: 4 },
    });
    expect(await levels()).toEqual(before);
    const [corrected] = await rows(planned.importId, 'changed');
    expect(corrected).toMatchObject({
      line: 2,
      name: 'Per Falk',
      detail: {
        about: ['manager', '2026-09-01', '33-9032.00'],
        differences: [
          { field: 'Leadership', from: '2', to: '4' },
          { field: 'Leadership, evidence', from: null, to: '1 more' },
        ],
      },
    });
    const [created] = await rows(planned.importId, 'created');
    expect(created?.detail.differences).toEqual([
      { field: 'Character', from: null, to: '?' },
      { field: 'Mastery', from: null, to: '3' },
    ]);
    const reasons = (await rows(planned.importId, 'rejected')).map(
      ({ line, detail }) => `${line} ${detail.faults?.map(({ column }) => column).join()}`,
    );
    expect(reasons).toEqual(['6 employee_external_id', '7 level', '8 level', '9 level']);
    const table = await run((ctx) => exportRejectedRows(ctx, viewer('hr_partner'), planned.importId));
    const download = await downloadTable(table, 'csv');
    expect(await download.text()).toContain('P9,manager,M1,2026-09-01,leadership,1,,6,');
    expect(await apply(planned.importId)).toMatchObject({ state: 'applied', counts: planned.counts });
    expect(await levels()).toEqual(['manager leadership 4 v2', 'self character ? v1', 'self mastery 3 v1']);
    expect(await rows(planned.importId, 'rejected')).toHaveLength(4);
  });

  it('is taken in the wide form too, and changes nothing the second time', async () => {
    const { preview, apply, levels } = await ratingsScene();
    const wide = [
      'Employee_External_Id;Rater;Assessed_On;Creativity;Mastery',
      'P2;self;2026-09-02;3;',
      'P2;self;2026-09-03;?;1',
      '',
    ].join('\n');
    await apply((await preview(wide, ratings)).importId);
    expect(await levels()).toEqual([
      'manager leadership 2 v1',
      'self creativity 3 v1',
      'self creativity ? v1',
      'self mastery 1 v1',
    ]);
    const sheet = await downloadTable(
      {
        name: 'ratings',
        header: ['employee_external_id', 'rater', 'assessed_on', 'creativity', 'mastery'],
        rows: [
          ['P2', 'self', '2026-09-02', 3, ''],
          ['P2', 'self', '2026-09-03', '?', 1],
        ],
      },
      'xlsx',
    );
    const again = await preview(new Uint8Array(await sheet.arrayBuffer()), {
      ...ratings,
      name: 'ratings.xlsx',
    });
    expect(again.counts).toMatchObject({ created: 0, changed: 0, unchanged: 2, rejected: 0 });
  });

  it('is read under the names, words and days of other programs; rejected rows come back as they were', async () => {
    const { preview, apply, rows, levels, run, viewer } = await ratingsScene();
    const other = [
      'Personalnummer;Bewerterart;Datum;Critical Thinking;Mastery',
      'P2;Selbsteinschätzung;13.09.2026;3;?',
      'P9;Vorgesetzte;13.09.2026;3;1',
      '',
    ].join('\n');
    const { importId, counts } = await preview(other, ratings);
    expect(counts).toMatchObject({ created: 1, rejected: 1 });
    expect(await rows(importId, 'created')).toMatchObject([
      { externalId: 'P2', detail: { about: ['self', '2026-09-13', '33-9032.00'] } },
    ]);
    const table = await run((ctx) => exportRejectedRows(ctx, viewer('hr_partner'), importId));
    const text = await (await downloadTable(table, 'csv')).text();
    expect(text).toContain('Personalnummer');
    expect(text).toContain('P9,Vorgesetzte,13.09.2026,3,1');
    await apply(importId);
    expect(await levels()).toContain('self critical_thinking 3 v1');
  });

  it('takes nothing when a row has a fault and nothing was to be left out', async () => {
    const { preview, apply, operation, levels } = await ratingsScene();
    const before = await levels();
    const lines = ['P2,self,,2026-09-02,mastery,3,', 'P9,self,,2026-09-02,mastery,3,'];
    const { importId } = await preview(file(...lines), ratings);
    await apply(importId, 'refuse_all');
    expect(await operation(importId)).toMatchObject({ state: 'failed' });
    expect(await levels()).toEqual(before);
  });

  it('is previewed anew, and nothing applied, when ratings changed since the preview', async () => {
    const { preview, apply, levels } = await ratingsScene();
    const first = await preview(file('P2,manager,,2026-09-01,leadership,4,'), ratings);
    const second = await preview(file('P2,manager,,2026-09-01,leadership,0,'), ratings);
    await apply(second.importId);
    expect(await apply(first.importId)).toMatchObject({ state: 'planned', replanned: true });
    expect(await levels()).toEqual(['manager leadership 0 v2']);
    expect(await apply(first.importId)).toMatchObject({ state: 'applied' });
    expect(await levels()).toEqual(['manager leadership 4 v3']);
  });

  it('brings the importer nothing that others say of them, and accepts no evidence of what the importer rated', async () => {
    const { inTenant, idOf, today } = await ratingsScene();
    const user: Actor = { kind: 'user', id: randomUUID() };
    const lines = [
      'H1,manager,M1,2026-09-01,leadership,4,Led the office',
      'H1,self,,2026-09-01,leadership,3,My own words',
      'P2,manager,H1,2026-09-01,creativity,3,Seen by me',
      'P2,manager,M1,2026-09-01,creativity,3,Seen by Mara',
    ];
    const table = readCsv(file(...lines), 'ratings.csv');
    const given = async (ctx: TenantContext, actor: Actor) => {
      return {
        table,
        today,
        importer: await importerOf(ctx, actor, null),
        goodRowsOnly: true,
        importId: randomUUID(),
      };
    };
    const { faults, rejected } = await inTenant(async (ctx) => {
      const { tx } = ctx;
      await tx
        .updateTable('employees')
        .set({ userId: user.id })
        .where('employeeId', '=', idOf('H1'))
        .execute();
      const { rows } = await planRatingsTable(ctx, await given(ctx, user));
      const refused = rows.filter(({ outcome }) => outcome === 'rejected');
      const taken = await importRatingsTable(ctx, await given(ctx, user));
      return {
        faults: refused.map(
          ({ line, detail }) => `${line} ${detail.faults?.map((one) => one.reason).join()}`,
        ),
        rejected: taken.rejected.length,
      };
    });
    expect(faults).toEqual(['2 names you; what others say of you is brought in by somebody else.']);
    expect(rejected).toBe(1);
    const accepted = () =>
      inTenant(async ({ tx }) => {
        const stored = await tx
          .selectFrom('evidence')
          .select(['body', 'acceptedBy'])
          .orderBy('body')
          .execute();
        return stored.flatMap(({ body, acceptedBy }) => (acceptedBy === user.id ? body : []));
      });
    expect(await accepted()).toEqual(['Seen by Mara']);
    const token = { kind: 'token', id: randomUUID() } as const;
    const by = (madeBy: string | null) => inTenant((ctx) => importerOf(ctx, token, madeBy));
    expect(await by(null)).toMatchObject({ employeeId: null, accepts: false });
    expect(await by(user.id)).toMatchObject({ employeeId: idOf('H1'), accepts: false });
  });

  it('is seen by who runs cycles everywhere alone, and its preview is noted as a view', async () => {
    const { preview, run, viewer, idOf } = await ratingsScene();
    const { importId } = await preview(file('P2,manager,,2026-09-01,leadership,4,'), ratings);
    for (const role of ['owner', 'admin'] as const) {
      await expect(run((ctx) => getImport(ctx, viewer(role), importId))).rejects.toMatchObject({
        kind: 'not-found',
      });
      expect(await run((ctx) => listImports(ctx, viewer(role), { limit: 10 }))).toEqual({
        items: [],
        next: null,
      });
    }
    const hr = viewer('hr_partner');
    expect((await run((ctx) => listImports(ctx, hr, { limit: 10 }))).items.map((one) => one.kind)).toEqual([
      'assessments',
    ]);
    const people = { importId: randomUUID(), kind: 'employees', fileName: 'p.csv', checksum: 'none' };
    const earlier = { ...people, askedBy: 'test', askedByKind: 'user', askedAt: new Date('2026-01-01') };
    await run(({ tx }) => tx.insertInto('imports').values(earlier).execute());
    // What cannot be seen takes no place in a list of one.
    expect(
      (await run((ctx) => listImports(ctx, viewer('admin'), { limit: 1 }))).items.map((one) => one.importId),
    ).toEqual([people.importId]);
    const page = { outcome: 'changed' as const, after: -1, limit: 10 };
    expect((await run((ctx) => listRatingsPreview(ctx, hr, importId, page))).rows).toHaveLength(1);
    const [entry] = await run(({ tx }) =>
      tx.selectFrom('auditEntries').select('details').orderBy('sequence', 'desc').limit(1).execute(),
    );
    expect(JSON.stringify(entry?.details)).toContain(idOf('P2'));
  });
});
