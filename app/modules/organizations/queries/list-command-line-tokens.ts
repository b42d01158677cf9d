import type { TenantContext } from '#db/tenancy';
import { listEntries } from '../data/audit-entries';

const COMMAND_LINE = { kind: 'operator', id: 'command-line' } as const;
const MOST = 1_000;

/** Ids of the tokens that the command line made, as the audit log tells; the newest thousand. */
export async function listCommandLineTokens(ctx: TenantContext): Promise<Set<string>> {
  const filter = { actions: ['token.create'], actor: COMMAND_LINE, zone: 'UTC' };
  const entries = await listEntries(ctx, filter, { limit: MOST });
  return new Set(entries.map(({ subjectId }) => subjectId));
}
