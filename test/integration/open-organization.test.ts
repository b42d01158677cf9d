import { randomUUID } from 'node:crypto';
import { Command } from 'commander';
import postgres from 'postgres';
import { describe, expect, it } from 'vitest';
import { openOrganizationCommand } from '#bin/cadre/open-organization-command';
import { openTestDatabase } from '#test/setup/database';
import { readEnvironment } from '~/env.server';
import { acceptWithNewAccount } from '~/modules/organizations/commands/accept-invitation';
import { createOrganization } from '~/modules/organizations/commands/create-organization';
import { getOrganizationId } from '~/modules/organizations/queries/get-organization-id';
import { listOrganizationsOf } from '~/modules/organizations/queries/list-organizations-of';
import { readInvitation } from '~/modules/organizations/queries/read-invitation';
import { readLog } from './audit/tamper';

const db = await openTestDatabase();
const { database } = db;

/** What `cadre org create` prints. */
async function create(options: Readonly<Record<string, string>>, flags: readonly string[] = []) {
  const out: string[] = [];
  const services = {
    database: () => database,
    system: () => expect.fail('no need of the operator'),
    secrets: () => expect.fail('no need of secrets'),
    environment: readEnvironment({ NODE_ENV: 'production', ORIGINS: 'https://cadre.example' }),
    out: (text: string) => void out.push(text),
  };
  const program = new Command().addCommand(openOrganizationCommand(services));
  const given = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]);
  await program.parseAsync(['org', 'create', ...given, ...flags], { from: 'user' });
  return out.join('\n');
}
const NORTHGATE = { name: 'Northgate', slug: 'northgate', owner: 'owner@example.org' };

describe('cadre org create', () => {
  it('makes an organization whose owner comes in by the link that it prints', async () => {
    const link = await create(NORTHGATE);
    const token = /^https:\/\/cadre\.example\/invite\/([\w-]{43})$/.exec(link)?.[1] ?? '';
    expect(await readInvitation(database, token)).toEqual({
      email: 'owner@example.org',
      role: 'owner',
      organizationName: 'Northgate',
      hasAccount: false,
    });
    const { userId } = await acceptWithNewAccount(database, token, { name: 'Jo', passwordHash: 'none' });
    expect(await listOrganizationsOf(database, userId)).toMatchObject([{ slug: 'northgate', role: 'owner' }]);
    const organizationId = await getOrganizationId(database, 'northgate');
    const log = await readLog((work) => db.tenant(organizationId, work));
    expect(log.map(({ actorKind, action }) => `${actorKind} ${action}`)).toEqual([
      'operator organization.create',
      'operator member.invite',
      'user member.join',
    ]);
  });

  it('takes no slug twice, and nothing that cannot be', async () => {
    await create({ ...NORTHGATE, slug: 'southgate' });
    for (const wrong of [
      { slug: 'southgate', name: 'Taken over' },
      { slug: 'Not A Slug' },
      { slug: 'fresh', owner: 'nobody' },
      { slug: 'fresh', name: ' ' },
      { slug: 'fresh', 'time-zone': 'Mars/Olympus' },
    ]) {
      await expect(create({ ...NORTHGATE, ...wrong })).rejects.toMatchObject({
        kind: expect.stringMatching(/invalid-input|conflict/),
      });
    }
    await expect(getOrganizationId(database, 'fresh')).rejects.toThrow('no organization');
    expect(JSON.parse(await create({ ...NORTHGATE, slug: 'other' }, ['--json']))).toEqual({
      link: expect.stringContaining('/invite/'),
    });
  });
});

describe('an address that several take at the same moment', () => {
  it('is the first one’s; the other is told', async () => {
    const admin = postgres(db.urls.admin, { max: 1, onnotice: () => {} });
    const looked = Promise.withResolvers<void>();
    const inserted = Promise.withResolvers<void>();
    const first = admin.begin(async (tx) => {
      await tx`insert into auth.organization_directory (organization_id, slug, name) values (${randomUUID()}, 'race', 'R')`;
      inserted.resolve();
      await looked.promise;
    });
    await inserted.promise;
    const second = createOrganization(database, { slug: 'race', name: 'R', timeZone: 'UTC' }, randomUUID());
    // It may be refused before anybody waits for it here.
    second.catch(() => {});
    const watch = postgres(db.urls.admin, { max: 1, onnotice: () => {} });
    for (let waiting = 0; waiting === 0; )
      [{ waiting }] = await watch<[{ waiting: number }]>`
        select count(*)::int as waiting from pg_stat_activity
         where datname = current_database() and cardinality(pg_blocking_pids(pid)) > 0`;
    looked.resolve();
    await first;
    await expect(second).rejects.toMatchObject({ kind: 'conflict', errors: [{ pointer: 'slug' }] });
    await Promise.all([admin.end(), watch.end()]);
  });
});
