import { Command, CommanderError } from 'commander';
import { CadreError } from '~/shared/errors';
import { auditCommand } from './cadre/audit-commands';
import { openServices } from './cadre/command-connections';
import { databaseCommands } from './cadre/database-commands';
import { importCommand } from './cadre/import-command';
import { matchCommand } from './cadre/match-command';
import { matchTerminal } from './cadre/match-terminal';
import { openOrganizationCommand } from './cadre/open-organization-command';
import { operatorCommands } from './cadre/operator-commands';
import { organizationCommands } from './cadre/organization-commands';

const FAILED = 1;
const USAGE = 2;

/** The command line. Exit 0: done; 1: failed, with the reason on stderr; 2: used wrongly. */
async function main(): Promise<number> {
  const services = openServices();
  const program = new Command('cadre')
    .description('Cadre: team capability planning and AI-readiness.')
    .exitOverride()
    .configureOutput({ outputError: (text, write) => write(text) });
  program.addCommand(importCommand(services));
  program.addCommand(auditCommand(services));
  program.addCommand(matchCommand(matchTerminal(services)));
  program.addCommand(openOrganizationCommand(services));
  for (const command of operatorCommands(services)) program.addCommand(command);
  for (const command of [...databaseCommands(services), ...organizationCommands(services)])
    program.addCommand(command);
  for (const command of allCommands(program)) command.exitOverride();
  try {
    await program.parseAsync(process.argv);
    return Number(process.exitCode ?? 0);
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : USAGE;
    process.stderr.write(`${explain(error)}\n`);
    return FAILED;
  } finally {
    await services.close();
  }
}

function allCommands(command: Command): Command[] {
  return command.commands.flatMap((child) => [child, ...allCommands(child)]);
}

function explain(error: unknown): string {
  if (error instanceof CadreError) {
    return [error.reason, ...error.errors.map(({ pointer, detail }) => `${pointer}: ${detail}`)].join('\n');
  }
  return error instanceof Error ? error.message : String(error);
}

process.exitCode = await main();
