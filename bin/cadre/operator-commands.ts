import { Command } from 'commander';
import { changeOperator } from '~/modules/organizations/commands/change-operator';
import { listOperators } from '~/modules/organizations/queries/list-operators';
import type { CommandServices } from './command-connections';

type Services = Pick<CommandServices, 'database' | 'out'>;

/** operator add, remove, list. */
export function operatorCommands(services: Services): Command[] {
  const operator = new Command('operator').description(
    'People who may change the catalogue that all organizations of this installation share.',
  );
  operator
    .command('add')
    .description('Let a person who can sign in change the shared catalogue.')
    .argument('<email>', 'the address that the person signs in with')
    .action(async (email: string) => {
      const changed = await changeOperator(services.database(), 'add', email);
      services.out(changed ? `${email} is an operator now.` : `${email} was an operator before.`);
    });
  operator
    .command('remove')
    .description('Take that right away again; imports that wait are refused.')
    .argument('<email>', 'the address that the person signs in with')
    .action(async (email: string) => {
      const changed = await changeOperator(services.database(), 'remove', email);
      services.out(changed ? `${email} is no operator any more.` : `${email} was no operator.`);
    });
  operator
    .command('list')
    .description('Who may change the shared catalogue.')
    .option('--json', 'print JSON')
    .action(async ({ json }: { json?: boolean }) => {
      const operators = await listOperators(services.database());
      if (json) {
        const items = operators.map(({ email, name, addedAt }) => ({ email, name, addedAt }));
        return services.out(JSON.stringify({ items }));
      }
      if (operators.length === 0) services.out('There is no operator.');
      for (const { email, name } of operators) services.out(`${email} ${name}`);
    });
  return [operator];
}
