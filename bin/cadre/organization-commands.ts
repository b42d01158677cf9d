import { randomUUID } from 'node:crypto';
import { Command, InvalidArgumentError, Option } from 'commander';
import { withTenant } from '#db/tenancy';
import { enqueue } from '#jobs/enqueue';
import { markEverythingChanged } from '~/modules/capability/commands/mark-everything-changed';
import { getMethod } from '~/modules/capability/queries/get-method';
import { createApiToken } from '~/modules/organizations/commands/create-api-token';
import { recordAudit } from '~/modules/organizations/commands/record-audit';
import { ROLES } from '~/modules/organizations/domain/role';
import { MOST_TOKEN_DAYS } from '~/modules/organizations/domain/token-rights';
import { getOrganizationId } from '~/modules/organizations/queries/get-organization-id';
import { getTeamTree } from '~/modules/people/queries/get-team-tree';
import { InvalidInput } from '~/shared/errors';
import type { CommandServices } from './command-connections';

const OPERATOR = { kind: 'operator', id: 'command-line' } as const;

/** token create, rebuild. */
export function organizationCommands(services: CommandServices): Command[] {
  const token = new Command('token').description('Bearer tokens of the API.');
  token
    .command('create')
    .description('Make a token and print it; only its hash is kept.')
    .requiredOption('--org <slug>', 'the organization')
    .addOption(new Option('--role <role>', 'what it may do').choices([...ROLES]).makeOptionMandatory())
    .option('--team <id...>', 'bind it to the subtrees of these teams')
    .option('--days <n>', 'days until it expires', wholeNumber, 90)
    .option('--name <name>', 'what it is for', 'command line')
    .option('--json', 'print JSON')
    .action(async (options) => {
      const database = services.database();
      const organizationId = await getOrganizationId(database, options.org);
      const teamScope: string[] = options.team ?? [];
      const value = await withTenant(database, { organizationId, actor: OPERATOR }, async (ctx) => {
        const known = new Set(
          (await getTeamTree(ctx, (await getMethod(ctx)).today)).map((team) => team.teamId),
        );
        const unknown = teamScope.filter((id) => !known.has(id));
        if (unknown.length > 0)
          throw new InvalidInput(`There is no team ${unknown.join(', ')} in ${options.org}.`);
        const { role, name, days } = options;
        const tokenId = randomUUID();
        const subject = { kind: 'token', id: tokenId } as const;
        recordAudit(ctx, { action: 'token.create', subject, details: { role, teamScope, days } });
        await enqueue(ctx, 'prepare-release-cuts', {});
        // Known to nobody until this returns: a token whose entry could not be written is of no use.
        return createApiToken(database, { tokenId, organizationId, name, role, teamScope, days });
      });
      services.out(options.json ? JSON.stringify({ token: value }) : value);
    });
  const rebuild = new Command('rebuild')
    .description('Compute all figures of an organization again; the worker does it in the background.')
    .requiredOption('--org <slug>', 'the organization')
    .option('--json', 'print JSON')
    .action(async (options) => {
      const database = services.database();
      const organizationId = await getOrganizationId(database, options.org);
      const people = await withTenant(database, { organizationId, actor: OPERATOR }, async (ctx) => {
        const marked = await markEverythingChanged(ctx);
        const subject = { kind: 'organization', id: organizationId } as const;
        recordAudit(ctx, { action: 'figures.rebuild', subject, details: { people: marked } });
        return marked;
      });
      services.out(
        options.json ? JSON.stringify({ people }) : `${people} people are queued to be computed again.`,
      );
    });
  return [token, rebuild];
}

function wholeNumber(value: string): number {
  const days = Number(value);
  if (!Number.isInteger(days) || days < 1 || days > MOST_TOKEN_DAYS)
    throw new InvalidArgumentError(`a whole number from 1 to ${MOST_TOKEN_DAYS}`);
  return days;
}
