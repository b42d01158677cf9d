import { sql } from 'kysely';
import type { TenantContext } from '#db/tenancy';
import type { ConfirmedPair } from '../domain/versions/compare-statements';

/** Who confirmed something, and when. */
export interface Confirmation {
  /** Id of the user. */
  readonly confirmedBy: string;
  readonly confirmedAt: Date;
}

const among = (column: string, ids: readonly string[]) =>
  sql<boolean>`${sql.ref(column)} = any(${ids}::text[])`;

/** Pairs of these statements that a person of the organization called one statement in other words. */
export async function listRewordings(
  { tx }: TenantContext,
  statementIds: readonly string[],
): Promise<(ConfirmedPair & Confirmation)[]> {
  return tx
    .selectFrom('rewordedStatements')
    .select(['fromStatementId as first', 'toStatementId as second', 'confirmedBy', 'confirmedAt'])
    .where(among('from_statement_id', statementIds))
    .where(among('to_statement_id', statementIds))
    .execute();
}

/** Says that two statements are one in other words. */
export async function insertRewording(
  { tx, actor, now }: TenantContext,
  { first, second }: ConfirmedPair,
): Promise<void> {
  await tx
    .insertInto('rewordedStatements')
    .values({ fromStatementId: first, toStatementId: second, confirmedBy: actor.id, confirmedAt: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Takes it back, in whichever direction it was said; resolves to whether it was. */
export async function deleteRewording(
  { tx }: TenantContext,
  { first, second }: ConfirmedPair,
): Promise<boolean> {
  const pair = [first, second];
  const { numDeletedRows } = await tx
    .deleteFrom('rewordedStatements')
    .where(among('from_statement_id', pair))
    .where(among('to_statement_id', pair))
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

export interface ConfirmedSplit extends Confirmation {
  readonly statementId: string;
  /** The beginning of the statement's text. */
  readonly label: string;
}

/** What persons of the organization said of these statements' splits. */
export async function listConfirmedSplits(
  { tx }: TenantContext,
  statementIds: readonly string[],
): Promise<ConfirmedSplit[]> {
  return tx
    .selectFrom('confirmedSplits')
    .select(['statementId', 'label', 'confirmedBy', 'confirmedAt'])
    .where(among('statement_id', statementIds))
    .execute();
}

/** Says where these statements part, in place of what was said before. */
export async function upsertConfirmedSplits(
  { tx, actor, now }: TenantContext,
  splits: readonly { readonly statementId: string; readonly label: string }[],
): Promise<void> {
  if (splits.length === 0) return;
  await tx
    .insertInto('confirmedSplits')
    .values(splits.map((split) => ({ ...split, confirmedBy: actor.id, confirmedAt: now })))
    .onConflict((conflict) =>
      conflict.columns(['organizationId', 'statementId']).doUpdateSet((eb) => ({
        label: eb.ref('excluded.label'),
        confirmedBy: eb.ref('excluded.confirmedBy'),
        confirmedAt: eb.ref('excluded.confirmedAt'),
      })),
    )
    .execute();
}

/** Takes back what was said of these statements' splits; resolves to how many there were. */
export async function deleteConfirmedSplits(
  { tx }: TenantContext,
  statementIds: readonly string[],
): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom('confirmedSplits')
    .where(among('statement_id', statementIds))
    .executeTakeFirst();
  return Number(numDeletedRows);
}
