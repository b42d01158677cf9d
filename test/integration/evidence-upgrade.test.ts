import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { migrate } from '#db/migrate';
import { withSystem } from '#db/system';
import { jobRunner } from '#test/fixtures/jobs/run-waiting-jobs';
import { openTestDatabase } from '#test/setup/database';
import { askToReopenEvidence, FIRST, reopenEvidence } from '~/modules/assessments/commands/reopen-evidence';
import { ratingScene } from './rating-scene';

const MIGRATIONS = ['0056_evidence_and_drafts.sql', '0064_evidence_before_upgrade.sql'];
const db = await openTestDatabase();
const jobs = jobRunner(db, ['reopen-evidence']);

/** As it was before the migrations: the owner writes as the earlier program did. */
const asBefore = (script: string) =>
  withSystem(db.system, (system) =>
    system.script(`
      alter table public.assessments drop column copied_from;
      alter table public.organizations drop column evidence_due_before;
      alter table public.evidence no force row level security;
      alter table public.assessments no force row level security;
      ${script};
      alter table public.evidence force row level security;
      alter table public.assessments force row level security;
      delete from public.dirty_people;
      delete from cadre_private.migrations where name in ('${MIGRATIONS.join("', '")}')`),
  );

it('words that raters accepted themselves wait again after an upgrade, and only these; drafts hold nothing twice', async () => {
  const scene = await ratingScene(db);
  const { inTenant, idOf } = scene;
  const mara = scene.viewer('employee', 'M1');
  const [signIn, other] = [randomUUID(), randomUUID()];
  const cycleId = await scene.newCycle({ people: ['P1', 'P2'], selfManager: 'open' });
  const say = async (of: string, evidence: string) => {
    await scene.save(mara, { of, cycleId, value: 3, evidence });
    await scene.submit(mara, cycleId, of);
  };
  await say('P1', 'by the sign-in');
  await say('P2', 'at the moment of the submission');
  await scene.save(mara, { of: 'P1', cycleId, dimension: 'character', value: 2, evidence: 'by another' });
  await scene.submit(mara, cycleId, 'P1');
  await scene.save(mara, { of: 'P1', cycleId, dimension: 'creativity', value: 2 });
  await inTenant(({ tx }) =>
    tx.updateTable('employees').set({ userId: signIn }).where('employeeId', '=', idOf('M1')).execute(),
  );
  await scene.refresh();
  await asBefore(`
    update public.evidence set accepted_by = '${signIn}', accepted_at = '2026-11-20' where body = 'by the sign-in';
    update public.evidence e set accepted_by = '${other}', accepted_at = a.submitted_at from public.assessments a
     where a.assessment_id = e.assessment_id and body = 'at the moment of the submission';
    update public.evidence set accepted_by = '${other}', accepted_at = '2026-11-20' where body = 'by another';
    insert into public.evidence (organization_id, evidence_id, assessment_id, dimension, body, added_by, kind)
    select organization_id, gen_random_uuid(), assessment_id, 'character', 'said by P2', '${idOf('P2')}'::uuid, 'text'
      from public.assessments where cycle_id = '${cycleId}' and employee_id = '${idOf('P1')}'
       and state in ('submitted', 'draft')`);

  const evidence = () =>
    inTenant(({ tx }) =>
      tx
        .selectFrom('evidence')
        .innerJoin('assessments', 'assessments.assessmentId', 'evidence.assessmentId')
        .select(['state', 'body', 'acceptedBy'])
        .orderBy('body')
        .orderBy('state')
        .execute(),
    );
  const before = await evidence();
  expect(await migrate(db.system)).toEqual(MIGRATIONS);
  // The migrations hold the tables for no row: what is stored is looked through by a job, an organization at a time.
  expect(await evidence()).toEqual(before);
  await inTenant(askToReopenEvidence);
  await inTenant(askToReopenEvidence);
  // A job that is ended before its end begins again.
  await inTenant((ctx) => reopenEvidence(ctx, FIRST));
  expect(await jobs.run()).toBe(1);
  await inTenant(askToReopenEvidence);
  expect(await jobs.run()).toBe(0);

  const stored = await evidence();
  const acceptedOf = (body: string) => stored.filter((one) => one.body === body).map((one) => one.acceptedBy);
  // The version that is replaced, the one that counts, and the draft.
  expect(acceptedOf('by the sign-in')).toEqual([null, null, null]);
  expect(acceptedOf('at the moment of the submission')).toEqual([null]);
  expect(acceptedOf('by another')).toEqual([other, other]);
  expect(acceptedOf('Heard on the radio')).toEqual(['test']);
  expect(stored.filter(({ body }) => body === 'said by P2').map(({ state }) => state)).toEqual(['submitted']);
  const dirty = await inTenant(({ tx }) => tx.selectFrom('dirtyPeople').select('employeeId').execute());
  expect(dirty.map(({ employeeId }) => employeeId).sort()).toEqual([idOf('P1'), idOf('P2')].sort());

  const [draft] = await inTenant(({ tx }) =>
    tx.selectFrom('assessments').select('copiedFrom').where('state', '=', 'draft').execute(),
  );
  expect(draft?.copiedFrom).toMatch(/-/);
  await scene.submit(mara, cycleId, 'P1');
  const said = await inTenant(({ tx }) =>
    tx
      .selectFrom('evidence')
      .innerJoin('assessments', 'assessments.assessmentId', 'evidence.assessmentId')
      .select('body')
      .where('state', '=', 'submitted')
      .where('cycleId', '=', cycleId)
      .where('assessments.employeeId', '=', idOf('P1'))
      .orderBy('body')
      .execute(),
  );
  expect(said.map(({ body }) => body)).toEqual(['by another', 'by the sign-in', 'said by P2']);
});

it('an organization that is made after the upgrade has nothing to be looked through', async () => {
  const { organizationId } = await db.newOrganization();
  await db.tenant(organizationId, askToReopenEvidence);
  expect(await jobs.run()).toBe(0);
});
