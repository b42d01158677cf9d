import { Command } from 'commander';
import { type TenantContext, withTenant } from '#db/tenancy';
import { headsFile, readPublishedHeads } from '#jobs/audit-heads';
import { FAULT_WORDS } from '~/modules/organizations/domain/audit/fault-words';
import type { ChainVerdict } from '~/modules/organizations/domain/audit/verify-chain';
import { getOrganizationId } from '~/modules/organizations/queries/get-organization-id';
import { verifyAudit } from '~/modules/organizations/queries/verify-audit';
import type { CommandServices } from './command-connections';
import { type HeadFile, readHeadFile } from './read-head-file';

const OPERATOR = { kind: 'operator', id: 'command-line' } as const;
const LIMIT_MS = 600_000;
const DONE = 0;
const FAILED = 1;

type Services = Pick<CommandServices, 'database' | 'out' | 'err'> & {
  readonly environment: Pick<CommandServices['environment'], 'DATA_DIR'>;
};

interface VerifyOptions {
  readonly org: string;
  readonly head?: string;
  readonly json?: boolean;
}

/** audit verify. */
export function auditCommand(services: CommandServices): Command {
  const audit = new Command('audit').description('The audit log of an organization.');
  audit
    .command('verify')
    .description('Check the whole audit log; names the first entry that was altered, removed or reordered.')
    .requiredOption('--org <slug>', 'the organization')
    .option(
      '--head <file>',
      'heads that were published, or an export as JSON lines, whose lines are checked too; without it those in DATA_DIR/audit-heads',
    )
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExit 0: the log is sound; 1: it is not, with the first bad entry on stderr.')
    .action(async (options: VerifyOptions) => {
      process.exitCode = await runVerify(services, options);
    });
  return audit;
}

/**
 * Checks the log and tells what it finds. Resolves to the exit code. Throws NotFound for an unknown organization,
 * InvalidInput as readHeadFile.
 */
export async function runVerify(services: Services, options: VerifyOptions): Promise<number> {
  const organizationId = await getOrganizationId(services.database(), options.org);
  const known = await headsOf(services, organizationId, options.head);
  const request = { organizationId, actor: OPERATOR, limitMs: LIMIT_MS, readOnly: true };
  const inTenant = <T>(work: (ctx: TenantContext) => Promise<T>) =>
    withTenant(services.database(), request, work);
  const verdict = await verifyAudit(inTenant, known.heads);
  tell(services, options, { verdict, known });
  return verdict.sound ? DONE : FAILED;
}

async function headsOf(
  services: Services,
  organizationId: string,
  file: string | undefined,
): Promise<HeadFile> {
  if (file !== undefined) return readHeadFile(file, organizationId);
  const published = headsFile(services.environment.DATA_DIR, organizationId);
  return { heads: await readPublishedHeads(published), entries: 0, missing: 0 };
}

interface Outcome {
  readonly verdict: ChainVerdict;
  readonly known: HeadFile;
}

function tell(services: Services, { org, head, json }: VerifyOptions, { verdict, known }: Outcome): void {
  const { heads, entries, missing } = known;
  if (json) {
    services.out(JSON.stringify({ ...verdict, heads: heads.length }));
  } else if (verdict.sound) {
    const count = `${verdict.entries.toLocaleString('en')} ${verdict.entries === 1 ? 'entry' : 'entries'}`;
    const published = `${heads.length.toLocaleString('en')} published ${heads.length === 1 ? 'head' : 'heads'}`;
    services.out(`The audit log of ${org} is sound: ${count}, ${published} checked.`);
    if (entries > 0)
      services.out(`Each of the entries in ${head}, ${entries.toLocaleString('en')}, is what its hash says.`);
    if (missing > 0)
      services.out(
        `It does not hold ${missing.toLocaleString('en')} of the entries up to its end: it was narrowed or cut.`,
      );
    if (heads.length === 0)
      services.out(
        'Without a published head it cannot be told whether its end was cut or all of it rewritten.',
      );
  }
  if (!verdict.sound)
    services.err(
      `The audit log of ${org} is not sound: entry ${verdict.sequence} ${FAULT_WORDS[verdict.fault]}.`,
    );
}
