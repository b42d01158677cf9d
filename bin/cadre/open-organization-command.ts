import { Command } from 'commander';
import { originsOf } from '~/http/cookie-policy.server';
import { openOrganization } from '~/modules/organizations/commands/open-organization';
import { closingCommands } from './closing-commands';
import type { CommandServices } from './command-connections';

interface Options {
  readonly name: string;
  readonly slug: string;
  readonly owner: string;
  readonly timeZone: string;
  readonly json?: boolean;
}

/** org create, and what ends one: org export, org delete. */
export function openOrganizationCommand(
  services: Pick<CommandServices, 'database' | 'environment' | 'out' | 'secrets' | 'system'>,
): Command {
  const org = new Command('org').description('Organizations of this installation.');
  org
    .command('create')
    .description(
      'Make an organization and print the link by which its owner comes in; it works once, for a week.',
    )
    .requiredOption('--name <name>', 'what it is called')
    .requiredOption('--slug <slug>', 'its part of the address: small letters, digits and dashes')
    .requiredOption('--owner <email>', 'whom the link is for')
    .option('--time-zone <zone>', 'whose days are the days of the organization', 'UTC')
    .option('--json', 'print JSON')
    .action(async ({ json, ...options }: Options) => {
      const [origin = ''] = originsOf(services.environment);
      const link = await openOrganization(services.database(), { ...options, origin });
      services.out(json ? JSON.stringify({ link }) : link);
    });
  for (const command of closingCommands(services)) org.addCommand(command);
  return org;
}
