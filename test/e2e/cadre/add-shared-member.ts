import { randomBytes } from 'node:crypto';
import { openServices } from '#bin/cadre/command-connections';
import { createPasswordKeeper } from '~/http/password.server';
import { addMember } from '~/modules/organizations/commands/add-member';
import { getOrganizationId } from '~/modules/organizations/queries/get-organization-id';

const MEMBER = { name: 'Ottoline Zweibrück', email: 'ottoline.zweibruck@shared.example' };
const ROLES = { demo: 'executive', northgate: 'hr_partner' } as const;

/**
 * Run as a program with DATA_DIR of a running Cadre: makes one person a member of both demo organizations, each with
 * another role, and prints the accounts as JSON. The demo itself has nobody who has a choice of organizations.
 */
async function addSharedMember(): Promise<void> {
  const services = openServices();
  try {
    const password = randomBytes(12).toString('base64url');
    const passwordHash = await createPasswordKeeper(services.secrets()).hash(password);
    for (const [organization, role] of Object.entries(ROLES)) {
      const organizationId = await getOrganizationId(services.database(), organization);
      await addMember(services.database(), { ...MEMBER, organizationId, passwordHash, role, teamScope: [] });
    }
    services.out(JSON.stringify({ organization: 'shared', role: 'shared', ...MEMBER, password }));
  } finally {
    await services.close();
  }
}

await addSharedMember();
