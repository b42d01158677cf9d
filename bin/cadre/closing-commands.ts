import { type FileHandle, open, rm } from 'node:fs/promises';
import { Command } from 'commander';
import type { Database } from '#db/database';
import { removeOrganization } from '#db/remove-organization';
import { TENANT_TABLES } from '#db/table-scope';
import { type TenantContext, withTenant } from '#db/tenancy';
import { headsFile } from '#jobs/audit-heads';
import { createKeyedHash } from '~/keyed-hash.server';
import { closeAsOperator } from '~/modules/organizations/commands/close-organization';
import { recordCopy } from '~/modules/organizations/commands/record-copy';
import { exportOrganization } from '~/modules/organizations/queries/export-organization';
import { getOrganizationEntry } from '~/modules/organizations/queries/get-organization-id';
import { listExportedMembers } from '~/modules/organizations/queries/list-exported-members';
import { Conflict, InvalidInput } from '~/shared/errors';
import type { CommandServices } from './command-connections';

const OPERATOR = { kind: 'operator', id: 'command-line' } as const;
const LIMIT_MS = 600_000;

type Services = Pick<CommandServices, 'database' | 'environment' | 'out' | 'secrets' | 'system'>;

/** org export, org delete. */
export function closingCommands(services: Services): Command[] {
  const copy = new Command('export')
    .description('Write a copy of an organization, everything in it, as lines of JSON.')
    .requiredOption('--slug <slug>', 'the organization')
    .requiredOption('--to <file>', 'a file that is not there yet; only its owner may read it')
    .option('--json', 'print JSON')
    .action(async ({ slug, to, json }: { slug: string; to: string; json?: boolean }) => {
      const rows = await writeCopy(services.database(), slug, to);
      services.out(json ? JSON.stringify({ rows, file: to }) : `${rows} rows of ${slug} are in ${to}.`);
    });
  const remove = new Command('delete')
    .description('Delete an organization with every row of it, for good. Export it first.')
    .requiredOption('--slug <slug>', 'the organization')
    .requiredOption('--confirm <slug>', 'the same again')
    .option('--json', 'print JSON')
    .action(async (options: { slug: string; confirm: string; json?: boolean }) => {
      const rows = await deleteOrganization(services, options);
      services.out(
        options.json ? JSON.stringify({ rows }) : `${options.slug} is deleted: ${rows} rows removed.`,
      );
    });
  return [copy, remove];
}

/** Throws InvalidInput where there is such a file; takes a copy away that could not be ended. */
async function writeCopy(database: Database, slug: string, to: string): Promise<number> {
  const organization = await getOrganizationEntry(database, slug);
  const request = { organizationId: organization.id, actor: OPERATOR, limitMs: LIMIT_MS };
  const members = await listExportedMembers(database, organization.id);
  await withTenant(database, request, async (ctx) =>
    recordCopy(ctx, { role: 'operator' }, { ratings: true }),
  );
  const inTenant = <T>(work: (ctx: TenantContext) => Promise<T>) =>
    withTenant(database, { ...request, readOnly: true }, work);
  const file = await open(to, 'wx', 0o600).catch(() => {
    throw new InvalidInput(`${to} cannot be made, or is there already.`);
  });
  try {
    const copy = { organization, at: new Date(), tables: TENANT_TABLES, members };
    return await writeLines(file, exportOrganization(inTenant, copy));
  } catch (error) {
    await rm(to, { force: true });
    throw error;
  } finally {
    await file.close();
  }
}

/** Resolves to the rows: the first and the last line are none. */
async function writeLines(file: FileHandle, pieces: AsyncIterable<string>): Promise<number> {
  let lines = -2;
  for await (const piece of pieces) {
    lines += piece.split('\n').length - 1;
    await file.write(piece);
  }
  await file.sync();
  return lines;
}

async function deleteOrganization(
  services: Services,
  { slug, confirm }: { readonly slug: string; readonly confirm: string },
): Promise<number> {
  if (confirm !== slug) throw new InvalidInput(`--confirm has to be ${slug}. Nothing was deleted.`);
  const database = services.database();
  const { id: organizationId } = await getOrganizationEntry(database, slug);
  const keyedHash = createKeyedHash(services.secrets());
  await closeAsOperator({ database, keyedHash }, organizationId).catch((error: unknown) => {
    // Closed before and not yet removed: go on with that.
    if (!(error instanceof Conflict)) throw error;
  });
  const { tenantKey } = database;
  const rows = await removeOrganization(services.system(), { organizationId, tenantKey, jobId: null });
  await rm(headsFile(services.environment.DATA_DIR, organizationId), { force: true });
  return rows;
}
