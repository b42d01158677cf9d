import type { TenantContext } from '#db/tenancy';
import { type CitedStatement, listCitedStatements, type StatementFilter } from '../data/cited-statements';
import { listConfirmedSplits } from '../data/statement-confirmations';
import type { SplitState } from '../domain/document';
import { splitAt } from '../domain/splits/apply-split';

/** A statement as the organization sees it. confirmed: a person of the organization said where it parts. */
export type ShownStatement = Omit<CitedStatement, 'split'> & { readonly split: SplitState | 'confirmed' };

/** Statements with their citations; where a source has lost the split, with the one that a person confirmed. */
export async function listShownStatements(
  ctx: TenantContext,
  filter: StatementFilter,
): Promise<ShownStatement[]> {
  const statements = await listCitedStatements(ctx, filter);
  const open = statements.filter(({ split }) => split === 'unconfirmed').map(({ id }) => id);
  if (open.length === 0) return statements;
  const confirmed = await listConfirmedSplits(ctx, open);
  const labels = new Map(confirmed.map(({ statementId, label }) => [statementId, label]));
  return statements.map((statement) => {
    const label = statement.split === 'unconfirmed' ? labels.get(statement.id) : undefined;
    const parts = label === undefined ? null : splitAt(statement.behaviour, label);
    return parts ? { ...statement, ...parts, split: 'confirmed' } : statement;
  });
}
