import { randomBytes } from 'node:crypto';
import { openServices } from '#bin/cadre/command-connections';
import { createPasswordKeeper } from '~/http/password.server';
import { addMember } from '~/modules/organizations/commands/add-member';
import type { Role } from '~/modules/organizations/domain/role';
import { getOrganizationId } from '~/modules/organizations/queries/get-organization-id';

const SHARED = {
  name: 'Ottoline Zweibrück',
  email: 'ottoline.zweibruck@shared.example',
  known: { organization: 'shared', role: 'shared' },
  roles: { demo: 'executive', northgate: 'hr_partner' },
} as const;
/** Their ways of signing in are changed by a test: nobody else signs in as they. */
const CHANGING = ['Wilma Sleutel', 'Bram Zegel'].map((name) => ({
  name,
  email: `${name.toLowerCase().replace(' ', '.')}@changing.example`,
  known: { organization: 'changing', role: 'employee' },
  roles: { northgate: 'employee' },
})) satisfies object[];

/**
 * Run as a program with DATA_DIR of a running Cadre: makes one person a member of both demo organizations, each with
 * another role, adds two who change how they sign in, and prints the accounts as JSON. The demo itself has nobody who
 * has a choice of organizations.
 */
async function addSharedMembers(): Promise<void> {
  const services = openServices();
  try {
    const accounts = [];
    for (const { roles, known, ...person } of [SHARED, ...CHANGING]) {
      const password = randomBytes(12).toString('base64url');
      const passwordHash = await createPasswordKeeper(services.secrets()).hash(password);
      for (const [organization, role] of Object.entries(roles) as [string, Role][]) {
        const organizationId = await getOrganizationId(services.database(), organization);
        await addMember(services.database(), {
          ...person,
          organizationId,
          passwordHash,
          role,
          teamScope: [],
        });
      }
      accounts.push({ ...known, ...person, password });
    }
    services.out(JSON.stringify(accounts));
  } finally {
    await services.close();
  }
}

await addSharedMembers();
