import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '#test/setup/database';
import { addCycleDraft, changeCycle } from '~/modules/assessments/commands/change-cycle-draft';
import {
  addCyclePerson,
  extendForPerson,
  removeCyclePerson,
} from '~/modules/assessments/commands/change-cycle-person';
import { decidePeer, namePeer } from '~/modules/assessments/commands/change-peers';
import { reopenCycle, stepCycle } from '~/modules/assessments/commands/step-cycle';
import { findCyclePeople } from '~/modules/assessments/queries/find-cycle-people';
import { getCycleChoices } from '~/modules/assessments/queries/get-cycle-choices';
import { getCyclePage } from '~/modules/assessments/queries/get-cycle-page';
import { getPeersPage } from '~/modules/assessments/queries/get-peers-page';
import { listOpenPurposes } from '~/modules/assessments/queries/list-open-purposes';
import { EVERYBODY_PRESENT } from '~/modules/people/domain/people-filter';
import { type CycleScene, cycleScene, FIELDS, TODAY } from './cycle-scene';

let db: TestDatabase;
let admin: postgres.Sql;
let scene: CycleScene;
beforeAll(async () => {
  db = await openTestDatabase();
  admin = postgres(db.urls.admin, { max: 1, onnotice: () => {} });
});
afterAll(() => admin?.end());
const start = async () => {
  scene = await cycleScene(db);
};
const pageOf = (cycleId: string, as = scene.hr) =>
  scene.inTenant((ctx) => getCyclePage(ctx, as, { cycleId, team: null, nonRaters: [] }));
const submit = (cycleId: string, [person, kind, rater]: readonly [string, string, string]) =>
  admin`insert into assessments (organization_id, assessment_id, employee_id, rater_kind, rater_id, cycle_id,
          assessed_on, soc, state, submitted_at)
        values (${scene.organizationId}, gen_random_uuid(), ${scene.idOf(person)}, ${kind}, ${scene.idOf(rater)},
          ${cycleId}, '2026-11-22', '33-9032.00', 'submitted', now())`;
const ratersOf = async (cycleId: string) =>
  (
    await admin<{ line: string }[]>`
      select p.external_id || ' ' || r.rater_kind || ' ' || m.external_id as line
        from cycle_raters r join employees p using (organization_id, employee_id)
        join employees m on m.organization_id = r.organization_id and m.employee_id = r.rater_id
       where r.cycle_id = ${cycleId} and r.state = 'approved' order by 1`
  ).map(({ line }) => line);
describe('a director', () => {
  it('runs cycles of the own teams alone, and sees of others those teams alone', async () => {
    await start();
    const dag = scene.viewer('director', 'D1', 'Field / Gate');
    const office = { ...EVERYBODY_PRESENT, team: scene.teamOf('Office') };
    await expect(scene.begin({ peopleFilter: office }, dag)).rejects.toThrow('Choose a team of your own.');
    const choices = await scene.inTenant((ctx) =>
      getCycleChoices(ctx, { viewer: dag, reach: 'subtree' }, { day: TODAY, team: null }),
    );
    // Of people whom the director meets alone, and by code where the catalogue has no title.
    expect(choices.occupations).toContainEqual({ code: '33-9032.00', title: '33-9032.00' });
    expect(choices.occupations.map(({ code }) => code)).not.toContain('13-1071.00');
    const own = await scene.open({ name: 'Gate' }, dag);
    expect((await ratersOf(own)).filter((line) => line.includes('self'))).toEqual(
      ['M1', 'P1', 'P2', 'P3'].map((one) => `${one} self ${one}`),
    );
    const everybodys = await scene.open({ name: 'All' });
    const seen = await pageOf(everybodys, dag);
    expect([seen.mayRun, seen.steps, seen.counts.people]).toEqual([false, [], 4]);
    expect(seen.owing.map(({ name }) => name).sort()).toEqual(
      ['Mara Lind', 'Per Falk', 'Pia Holm', 'Puk Rask', null].sort(),
    );
    const found = await scene.inTenant((ctx) =>
      findCyclePeople(ctx, dag, { cycleId: everybodys, query: '', nonRaters: [] }),
    );
    expect(found.people.map(({ name }) => name)).not.toContain('Ole Vang');
    const everybody = await scene.inTenant((ctx) =>
      findCyclePeople(ctx, scene.hr, { cycleId: own, query: '', nonRaters: [] }),
    );
    expect(everybody.people.map(({ name, team, takesPart }) => [name, team, takesPart])).toEqual([
      ['Mara Lind', 'Field / Gate', true],
      ['Per Falk', 'Field / Gate', true],
      ['Pia Holm', 'Field / Gate', true],
      ['Puk Rask', 'Field / Gate', true],
    ]);
    const search = await scene.inTenant((ctx) =>
      findCyclePeople(ctx, scene.hr, { cycleId: own, query: 'a', nonRaters: [] }),
    );
    expect(search.people.map(({ takesPart }) => takesPart)).toEqual(
      [...search.people.map(({ takesPart }) => takesPart)].sort((a, b) => Number(b) - Number(a)),
    );
    expect(search.people.map(({ name }) => name)).toContain('Dag Moen');
    const close = (cycleId: string, as = dag) =>
      scene.inTenant((ctx) => stepCycle(ctx, as, { step: 'close', cycleId, revision: 2 }));
    await expect(close(everybodys)).rejects.toThrow('run by the HR partners');
    const other = scene.viewer('director', null, 'Office');
    await expect(close(own, other)).rejects.toThrow('There is no such cycle.');
    const extend = (person: string) =>
      scene.inTenant((ctx) =>
        extendForPerson(ctx, dag, {
          ...{ cycleId: everybodys, employeeId: scene.idOf(person), closesOn: '2026-12-20' },
        }),
      );
    await extend('P1');
    await expect(extend('O1')).rejects.toThrow('There is no such person');
    await close(own);
  });

  it.each(['owner', 'admin', 'executive', 'employee'] as const)(
    'an %s runs none, and no token does',
    async (role) => {
      if (!scene) await start();
      await expect(scene.begin({ name: role }, scene.viewer(role, 'P1'))).rejects.toThrow(
        'does not run cycles',
      );
      const token = { ...scene.hr, kind: 'token' } as const;
      await expect(
        scene.inTenant((ctx) => addCycleDraft(ctx, token, { ...FIELDS, name: `${role} token` })),
      ).rejects.toThrow('does not run cycles');
    },
  );
});

describe('an open cycle', () => {
  it('counts who rated, leaves out who left, and asks the manager of the day', async () => {
    await start();
    const cycleId = await scene.open();
    await submit(cycleId, ['P1', 'self', 'P1']);
    await submit(cycleId, ['P1', 'manager', 'M1']);
    await scene.importPeople(
      [
        'external_id,name,email,title,team,manager_external_id,ended_on',
        'P3,Puk Rask,,Guard,Field / Gate,M1,2026-11-20',
        'P1,Pia Holm,,Guard,Field / Gate,D1,',
        'P2,Per Falk,,Guard,Field / Gate,D1,',
        '',
      ].join('\n'),
    );
    await scene.letters();
    expect((await ratersOf(cycleId)).filter((line) => /^P. manager/.test(line))).toEqual([
      'P1 manager M1',
      'P2 manager D1',
      'P3 manager M1',
    ]);
    const { progress, counts } = await pageOf(cycleId);
    expect(counts.people).toBe(6);
    expect(progress.sum.kinds).toEqual({
      self: { asked: 6, rated: 1, begun: 0 },
      manager: { asked: 4, rated: 1, begun: 0 },
      peer: { asked: 0, rated: 0, begun: 0 },
    });
  });

  it('takes somebody who comes later, extends for one person, and lets nobody go who was rated', async () => {
    await start();
    const cycleId = await scene.open({
      peopleFilter: { ...EVERYBODY_PRESENT, team: scene.teamOf('Field / Gate') },
    });
    const key = (person: string) => ({ cycleId, employeeId: scene.idOf(person) });
    await scene.inTenant((ctx) => addCyclePerson(ctx, scene.hr, key('O1')));
    await expect(scene.inTenant((ctx) => addCyclePerson(ctx, scene.hr, key('O1')))).rejects.toThrow(
      'already',
    );
    expect((await ratersOf(cycleId)).filter((line) => line.startsWith('O1'))).toEqual([
      'O1 manager H1',
      'O1 self O1',
    ]);
    const extend = (closesOn: string) =>
      scene.inTenant((ctx) => extendForPerson(ctx, scene.hr, { ...key('P1'), closesOn }));
    await expect(extend('2026-12-01')).rejects.toThrow("before the cycle's end");
    await extend('2026-12-11');
    const [purpose] = await scene.inTenant((ctx) => listOpenPurposes(ctx, scene.idOf('P1')));
    expect(purpose).toMatchObject({ closesOn: '2026-12-11', purpose: FIELDS.purpose, proposesPeers: true });
    await extend('');
    expect((await scene.inTenant((ctx) => listOpenPurposes(ctx, scene.idOf('P1'))))[0]?.closesOn).toBe(
      FIELDS.closesOn,
    );
    await submit(cycleId, ['P2', 'self', 'P2']);
    await expect(scene.inTenant((ctx) => removeCyclePerson(ctx, scene.hr, key('P2')))).rejects.toThrow(
      'rated',
    );
    await scene.inTenant((ctx) => removeCyclePerson(ctx, scene.hr, key('P3')));
    expect(await scene.inTenant((ctx) => listOpenPurposes(ctx, scene.idOf('P3')))).toEqual([]);
  });

  it('has peers that a person proposes and the manager approves, who else has no say', async () => {
    await start();
    const cycleId = await scene.open();
    const [pia, mara, per] = ['P1', 'M1', 'P2'].map((one) => scene.viewer('employee', one)) as [
      CycleScene['hr'],
      CycleScene['hr'],
      CycleScene['hr'],
    ];
    const wish = (peer: string) => ({ cycleId, employeeId: scene.idOf('P1'), peerId: scene.idOf(peer) });
    const name = (as: CycleScene['hr'], peer: string) =>
      scene.inTenant((ctx) => namePeer(ctx, as, { ...wish(peer), nonRaters: [] }));
    const decide = (as: CycleScene['hr'], peer: string, state: 'approved' | 'declined') =>
      scene.inTenant((ctx) => decidePeer(ctx, as, { ...wish(peer), state }));
    expect(await name(pia, 'P2')).toBe('proposed');
    await expect(name(pia, 'O1')).rejects.toThrow('There is no such person');
    await expect(name(pia, 'M1')).rejects.toThrow('no peers');
    // Whoever manages from further above rates as a manager too.
    await expect(name(scene.hr, 'D1')).rejects.toThrow('no peers');
    await expect(name(per, 'P3')).rejects.toThrow('no choice of peers');
    await expect(decide(pia, 'P2', 'approved')).rejects.toThrow('Your manager decides');
    expect(await name(mara, 'P3')).toBe('approved');
    await decide(mara, 'P2', 'approved');
    expect((await ratersOf(cycleId)).filter((line) => line.includes('peer'))).toEqual([
      'P1 peer P2',
      'P1 peer P3',
    ]);
    const offered = await scene.inTenant((ctx) =>
      getPeersPage(ctx, scene.hr, { cycleId, employeeId: scene.idOf('P1'), query: '', nonRaters: [] }),
    );
    expect(offered.choices.map(({ name: of }) => of).sort()).toEqual(['Hanne Birk', 'Ole Vang']);
    const peers = async (as: CycleScene['hr']) =>
      (
        await scene.inTenant((ctx) =>
          getPeersPage(ctx, as, { cycleId, employeeId: scene.idOf('P1'), query: '', nonRaters: [] }),
        )
      ).peers.map((one) => `${one.name} ${one.state} ${one.rated}`);
    await submit(cycleId, ['P1', 'peer', 'P3']);
    expect(await peers(pia)).toEqual(['Per Falk approved false']);
    expect(await peers(mara)).toEqual(['Per Falk approved false', 'Puk Rask approved true']);
    await expect(decide(mara, 'P3', 'declined')).rejects.toThrow('rated already');
    await decide(mara, 'P2', 'declined');
    await expect(peers(per)).rejects.toThrow('no choice of peers');
  });
});

describe('the end of a cycle that is moved', () => {
  it('leaves nobody less time than everybody else has', async () => {
    await start();
    const cycleId = await scene.open();
    const extend = (person: string, closesOn: string) =>
      scene.inTenant((ctx) =>
        extendForPerson(ctx, scene.hr, { cycleId, employeeId: scene.idOf(person), closesOn }),
      );
    const ends = async () =>
      (
        await admin<{ line: string }[]>`
          select e.external_id || ' ' || closes_on as line from cycle_people join employees e using (employee_id)
           where cycle_id = ${cycleId} and closes_on is not null order by 1`
      ).map(({ line }) => line);
    await extend('P1', '2026-12-08');
    await extend('P2', '2026-12-12');
    await extend('P3', '2026-12-20');
    await scene.inTenant((ctx) =>
      changeCycle(ctx, scene.hr, { cycleId, revision: 2, fields: { ...FIELDS, closesOn: '2026-12-08' } }),
    );
    expect(await ends()).toEqual(['P2 2026-12-12', 'P3 2026-12-20']);
    await scene.inTenant((ctx) => stepCycle(ctx, scene.hr, { step: 'close', cycleId, revision: 3 }));
    await scene.inTenant((ctx) =>
      reopenCycle(ctx, scene.hr, { cycleId, revision: 4, reason: 'Away.', closesOn: '2026-12-15' }),
    );
    expect(await ends()).toEqual(['P3 2026-12-20']);
  });
});

describe('closing', () => {
  it('asks for a release and leaves drafts; reopening needs a reason, which the log keeps', async () => {
    await start();
    const cycleId = await scene.open();
    const step = (which: 'close' | 'calibrate' | 'archive', revision: number) =>
      scene.inTenant((ctx) => stepCycle(ctx, scene.hr, { step: which, cycleId, revision }));
    await admin`delete from graphile_worker._private_jobs`;
    await expect(step('calibrate', 2)).rejects.toThrow('Somebody else');
    await step('close', 2);
    const jobs = await admin`select key from graphile_worker._private_jobs where key like '%cycle_closed'`;
    expect(jobs).toHaveLength(1);
    await expect(
      scene.inTenant((ctx) =>
        extendForPerson(ctx, scene.hr, {
          ...{ cycleId, employeeId: scene.idOf('P1'), closesOn: '2026-12-20' },
        }),
      ),
    ).rejects.toThrow('not open');
    const reopen = (reason: string, closesOn: string) =>
      scene.inTenant((ctx) => reopenCycle(ctx, scene.hr, { cycleId, revision: 3, reason, closesOn }));
    await expect(reopen(' ', '2026-12-20')).rejects.toThrow('Say why');
    await expect(reopen('Two teams were away.', '2026-11-20')).rejects.toThrow('today or later');
    await reopen('Two teams were away.', '2026-12-20');
    expect(
      await admin`select details->>'reason' as reason from audit_entries
        where action = 'cycle.reopen' and organization_id = ${scene.organizationId}`,
    ).toEqual([{ reason: 'Two teams were away.' }]);
    expect((await pageOf(cycleId)).cycle).toMatchObject({
      state: 'open',
      closesOn: '2026-12-20',
      closedAt: null,
    });
    await step('close', 4);
    await step('calibrate', 5);
    await step('archive', 6);
    expect((await pageOf(cycleId)).steps).toEqual([]);
  });
});
