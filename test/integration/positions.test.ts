import { beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '#test/setup/database';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import { changePosition, type PositionWrite } from '~/modules/people/commands/change-position';
import { exportPositions } from '~/modules/people/commands/export-positions';
import { addPositionResource } from '~/modules/people/commands/write-position-resource';
import { positionChangeBody } from '~/modules/people/domain/position-schemas';
import { getPosition } from '~/modules/people/queries/get-position';
import { listIncumbentTargets } from '~/modules/people/queries/list-incumbent-targets';
import { listPositionPage } from '~/modules/people/queries/list-positions';
import { toPositionResources } from '~/modules/people/queries/to-position-resources';
import { csvLine } from '~/shared/write-csv';

import { idIn, importFile, listed, positionScene, TODAY } from './position-scene';

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});
const scene = () => positionScene(db);

describe('who reads which posts', () => {
  it('is everybody with the directory, a director the own subtree, an employee the own team without its weight', async () => {
    const { run, viewer, people, teams, positions } = await scene();
    const titles = (rows: Awaited<ReturnType<typeof listed>>) =>
      rows.map(({ externalId }) => externalId).sort();
    const byId = (await run((ctx) => listed(ctx, viewer('hr_partner'), 'all'))).map(({ id }) => id).sort();
    const question = { viewer: viewer('hr_partner'), reach: 'all', filter: {}, asOf: TODAY } as const;
    const page = (cursor: string | null, limit: number) =>
      run((ctx) => listPositionPage(ctx, question, { cursor, limit }));
    const first = await page(null, 1);
    const rest = await page(first.next, 100);
    expect([...first.positions, ...rest.positions].map(({ id }) => id)).toEqual(byId);
    expect([first.next, rest.next]).toEqual([byId[0], null]);
    const director = viewer('director', { teamScope: [idIn(teams, 'North')] });
    const employee = viewer('employee', { employeeId: idIn(people, 'E2') });
    expect(titles(await run((ctx) => listed(ctx, viewer('owner'))))).toEqual(['P1', 'P2', 'P3']);
    expect(titles(await run((ctx) => listed(ctx, director, 'subtree')))).toEqual(['P1', 'P2']);
    const own = await run((ctx) => listed(ctx, employee, 'team'));
    expect(titles(own)).toEqual(['P2']);
    expect(own[0]?.critical).toBeNull();
    const south = { viewer: director, reach: 'subtree', asOf: TODAY, withCandidates: true } as const;
    await expect(
      run((ctx) => getPosition(ctx, { ...south, positionId: idIn(positions, 'P3') })),
    ).rejects.toMatchObject({ kind: 'not-found' });
  });

  it('gives horizons to HR partners and the director of the post only, and says in the log who saw them', async () => {
    const { run, viewer, teams, organizationId } = await scene();
    const resources = (who: Viewer, reach: 'all' | 'subtree' | 'team') =>
      run(async (ctx) =>
        toPositionResources(ctx, who, { positions: await listed(ctx, who, reach), asOf: TODAY }),
      );
    const director = viewer('director', { teamScope: [idIn(teams, 'North')] });
    const ofP1 = (items: Awaited<ReturnType<typeof resources>>) =>
      items.find(({ externalId }) => externalId === 'P1');
    expect(ofP1(await resources(viewer('hr_partner'), 'all'))).toMatchObject({
      horizon: '1_to_3',
      horizonSource: 'told',
    });
    expect(ofP1(await resources(director, 'subtree'))?.horizon).toBe('1_to_3');
    for (const role of ['owner', 'admin'] as const) {
      expect(Object.keys(ofP1(await resources(viewer(role), 'all')) ?? {})).not.toContain('horizon');
    }
    const { rows } = await run(async (ctx) => ({
      rows: await ctx.tx
        .selectFrom('auditEntries')
        .select('details')
        .where('organizationId', '=', organizationId)
        .where('action', '=', 'horizon.view')
        .orderBy('sequence')
        .execute(),
    }));
    expect(rows.map(({ details }) => (details as { positions: string[] }).positions.length)).toEqual([3, 2]);
    const header = async (who: Viewer) =>
      (await run((ctx) => exportPositions(ctx, { viewer: who, reach: 'all', asOf: TODAY }))).header;
    expect(await header(viewer('hr_partner'))).toContain('horizon');
    expect(await header(viewer('admin'))).not.toContain('horizon');
    const body = {
      title: 'New',
      teamId: idIn(teams, 'North'),
      horizon: 'under_1',
      horizonSource: 'told',
    } as const;
    await expect(
      run((ctx) => addPositionResource(ctx, body, { viewer: viewer('admin'), today: TODAY })),
    ).rejects.toMatchObject({ kind: 'forbidden' });
  });
});

const postP3 = <T extends { externalId: string }>(rows: readonly T[]) =>
  rows.find(({ externalId }) => externalId === 'P3');

describe('whoever meets only colleagues', () => {
  it('is told the name of who holds a post, and neither number, leaving nor closing to come; and exports none', async () => {
    const { run, viewer, people, positions, teams } = await scene();
    const employee = viewer('employee', { employeeId: idIn(people, 'E1') });
    const own = () => run((ctx) => listed(ctx, employee, 'team'));
    const all = () => run((ctx) => listed(ctx, viewer('owner')));
    const P1 = idIn(positions, 'P1');
    await run((ctx) => changePosition(ctx, P1, { closedOn: '2027-01-01' }, { today: TODAY }));
    expect(await own()).toMatchObject([
      { closedOn: null, incumbent: { name: 'Ada Reed', externalId: null, left: false } },
    ]);
    expect((await all()).find(({ id }) => id === P1)).toMatchObject({
      closedOn: '2027-01-01',
      incumbent: { externalId: 'E1' },
    });
    await run(({ tx }) =>
      tx
        .updateTable('employments')
        .set({ status: 'left' })
        .where('employeeId', '=', idIn(people, 'E3'))
        .execute(),
    );
    await run(({ tx }) =>
      tx
        .updateTable('positions')
        .set({ teamId: idIn(teams, 'North') })
        .where('externalId', '=', 'P3')
        .execute(),
    );
    expect(postP3(await all())?.incumbent?.left).toBe(true);
    expect(postP3(await own())?.incumbent).toBeNull();
    await expect(
      run((ctx) => exportPositions(ctx, { viewer: employee, reach: 'team', asOf: TODAY })),
    ).rejects.toMatchObject({ kind: 'forbidden' });
  });

  it('leaves out of the log nobody who exports posts', async () => {
    const { run, viewer } = await scene();
    await run((ctx) => exportPositions(ctx, { viewer: viewer('owner'), reach: 'all', asOf: TODAY }));
    const entries = await run(({ tx }) =>
      tx.selectFrom('auditEntries').select('details').where('action', '=', 'positions.export').execute(),
    );
    expect(entries.map(({ details }) => details)).toEqual([{ positions: 3, horizons: 0 }]);
  });
});

describe('a post that is closed', () => {
  it('is not filled in the same breath, and whoever holds it holds it until then', async () => {
    const { run, viewer, people, positions } = await scene();
    const [P1, P2, E2] = [idIn(positions, 'P1'), idIn(positions, 'P2'), idIn(people, 'E2')];
    const change = (id: string, write: PositionWrite) =>
      run((ctx) => changePosition(ctx, id, write, { today: TODAY }));
    await expect(change(P2, { closedOn: '2027-01-01', incumbentId: E2 })).rejects.toMatchObject({
      errors: [{ pointer: 'incumbentId' }],
    });
    await change(P2, { closedOn: '2027-01-01' });
    await change(P2, { incumbentId: E2, from: '2026-12-01' });
    const question = { viewer: viewer('owner'), reach: 'all', asOf: TODAY, withCandidates: false } as const;
    const { history } = await run((ctx) => getPosition(ctx, { ...question, positionId: P2 }));
    expect(history).toMatchObject([{ employeeId: E2, from: '2026-12-01', until: '2027-01-01' }]);
    const profile = { positionId: P1, dimension: 'leadership', validFrom: TODAY, validTo: null };
    const asked = () => run((ctx) => listIncumbentTargets(ctx, [idIn(people, 'E1')], TODAY));
    await run(({ tx }) =>
      tx
        .insertInto('positionProfiles')
        .values({ ...profile, level: 3, weight: 1 })
        .execute(),
    );
    expect(await asked()).toHaveLength(1);
    await run(({ tx }) =>
      tx.updateTable('positions').set({ closedOn: TODAY }).where('positionId', '=', P1).execute(),
    );
    expect(await asked()).toEqual([]);
  });

  it.each(['a\u0000b', '\ud800', 'two\nlines'])('has no title that no cell can hold: %j', (title) => {
    expect(positionChangeBody.safeParse({ title }).success).toBe(false);
  });
});

describe('a file of posts', () => {
  it('comes back from its export unchanged, guarded cells and horizons too', async () => {
    const { run, viewer } = await scene();
    const table = await run((ctx) =>
      exportPositions(ctx, { viewer: viewer('hr_partner'), reach: 'all', asOf: TODAY }),
    );
    expect(table.rows.map((row) => row.join('|'))).toContain(
      'P1|Site lead|North||33-1091.00|2|yes|E1|1_to_3:told',
    );
    const text = [table.header, ...table.rows].map((row) => csvLine(row)).join('\r\n');
    expect(text).toContain("'=Dock");
    expect(await run((ctx) => importFile(ctx, text))).toMatchObject({ created: 0, changed: 0, unchanged: 3 });
  });

  it('is refused as a whole or brings only its good rows, as is asked for', async () => {
    const { run } = await scene();
    const text = [
      'external_id,title,team,incumbent_external_id,horizon',
      'P4,Fourth,Nowhere,,',
      'P5,Fifth,South,E1,',
      'P6,Sixth,South,,under_1:told',
      'P7,Seventh,South,E2,under_1',
      'P8,Eighth,South,E2,under_1:planned_move',
    ].join('\r\n');
    await expect(run((ctx) => importFile(ctx, text))).rejects.toMatchObject({
      errors: [
        { pointer: 'positions.csv:2', detail: expect.stringContaining('no such team') },
        { pointer: 'positions.csv:3', detail: expect.stringContaining('another post') },
        { pointer: 'positions.csv:4', detail: expect.stringContaining('vacant') },
        { pointer: 'positions.csv:5', detail: expect.stringContaining('needs its source') },
      ],
    });
    const done = await run((ctx) => importFile(ctx, text, { goodRowsOnly: true }));
    expect(done).toMatchObject({ created: 1, changed: 0 });
    expect(done.rejected).toHaveLength(4);
  });

  it('exchanges the people of two posts, and leaves horizons alone for who may not read them', async () => {
    const { run, viewer } = await scene();
    const swap =
      'external_id,title,team,incumbent_external_id,horizon\r\nP1,Site lead,North,E3,over_3:told\r\nP3,South post,South,E1,';
    const done = await run((ctx) => importFile(ctx, swap, { withHorizon: false }));
    expect(done).toMatchObject({ changed: 2, warnings: [{ detail: expect.stringContaining('horizon') }] });
    const after = await run(async (ctx) => {
      const who = viewer('hr_partner');
      return toPositionResources(ctx, who, { positions: await listed(ctx, who), asOf: TODAY });
    });
    // A horizon goes with whoever it was about.
    expect(after.map(({ horizon }) => horizon ?? null).sort()).toEqual([null, 'unknown', 'unknown']);
  });
});
