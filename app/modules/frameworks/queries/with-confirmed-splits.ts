import type { TenantContext } from '#db/tenancy';
import { listConfirmedSplits } from '../data/statement-confirmations';
import type { FrameworkContent } from '../domain/document';
import { identifyStatements } from '../domain/identify-statements';
import { splitAt } from '../domain/splits/apply-split';

/** The content of an occupation's framework with the splits that a person of the organization confirmed. */
export async function withConfirmedSplits(
  ctx: TenantContext,
  soc: string,
  content: FrameworkContent,
): Promise<FrameworkContent> {
  const identified = identifyStatements(soc, content);
  const open = identified.filter(({ split }) => split === 'unconfirmed').map(({ identity }) => identity);
  if (open.length === 0) return content;
  const confirmed = await listConfirmedSplits(ctx, open);
  const labels = new Map(confirmed.map(({ statementId, label }) => [statementId, label]));
  const statements = identified.map(({ identity, ...statement }) => {
    const label = statement.split === 'unconfirmed' ? labels.get(identity) : undefined;
    const parts = label === undefined ? null : splitAt(statement.behaviour, label);
    return parts ? { ...statement, ...parts, split: 'restored' as const } : statement;
  });
  return { ...content, statements };
}
