import { expect, it } from 'vitest';
import { everythingStored, tablesHolding } from '#test/setup/everything-stored';
import { TEST_PEPPER } from '#test/setup/test-peppers';
import { createKeyedHash } from '~/keyed-hash.server';
import { startErasure } from '~/modules/capability/commands/start-erasure';
import { getErasureSubject } from '~/modules/capability/queries/get-erasure-subject';
import { closeOrganization } from '~/modules/organizations/commands/close-organization';
import { openWorkerScene } from './worker-scene';

const scene = await openWorkerScene();
const { db, organization, admin, inTenant } = scene;
const keyedHash = createKeyedHash({ passwordPeppers: [TEST_PEPPER] });
const LIMIT_MS = 60_000;

it('the worker erases a person, also where it is killed over it', async () => {
  const { employeeId } = organization.person(3);
  const { userId } = organization.members.employee;
  const operationId = await inTenant(async (ctx) => {
    const { name } = await getErasureSubject(ctx, employeeId);
    const asked = { employeeId, reason: 'asked', typedName: name } as const;
    return (await startErasure(ctx, { employeeId: null }, asked)).id;
  });
  const begun = async () =>
    (await admin`select from operations where operation_id = ${operationId} and state <> 'queued'`).length >
    0;
  await scene.startWorker();
  await scene.until(begun, LIMIT_MS);
  await scene.killWorkers();
  await scene.setBackHeartbeats();
  await scene.startWorker();
  const done = async () =>
    (await admin`select from operations where operation_id = ${operationId} and state = 'done'`).length > 0;
  await scene.until(done, LIMIT_MS);
  await scene.until(scene.isFinished, LIMIT_MS);
  const stored = await everythingStored(admin);
  expect(tablesHolding(stored, userId)).toEqual(['public.audit_entries']);
  expect(tablesHolding(stored, employeeId)).toEqual(['public.audit_entries']);
});

it('the worker removes an organization that its owner closed, also where it is killed over it', async () => {
  const { organizationId, slug, name, canary } = organization;
  const viewer = {
    kind: 'user' as const,
    id: organization.members.owner.userId,
    organization: { id: organizationId, slug, name },
  };
  await closeOrganization({ database: db.database, keyedHash }, viewer, slug);
  const less = async () => (await admin`select from ratings limit 1`).length === 0;
  await scene.startWorker();
  await scene.until(less, LIMIT_MS);
  await scene.killWorkers();
  await scene.setBackHeartbeats();
  await scene.startWorker();
  const gone = async () =>
    (await admin`select from auth.organization_directory`).length === 0 &&
    (await admin`select from graphile_worker._private_jobs where payload ->> 'organizationId' is not null`)
      .length === 0;
  await scene.until(gone, LIMIT_MS);
  const stored = await everythingStored(admin);
  expect([organizationId, canary].flatMap((text) => tablesHolding(stored, text))).toEqual([]);
});
