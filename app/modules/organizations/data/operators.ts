import type { SystemContext } from '#db/system';
import type { AuthContext } from '#db/tenancy';

export interface OperatorRow {
  readonly userId: string;
  readonly email: string;
  readonly name: string;
  readonly addedAt: Date;
}

/** Those who may change what all organizations share, by address. */
export async function listOperatorRows(ctx: AuthContext): Promise<OperatorRow[]> {
  return ctx.tx
    .selectFrom('operators')
    .innerJoin('users', 'users.userId', 'operators.userId')
    .select(['operators.userId', 'users.email', 'users.name', 'operators.addedAt'])
    .orderBy('users.email')
    .execute();
}

/** Whether the user is one of them. */
export async function findOperator(ctx: AuthContext, userId: string): Promise<boolean> {
  const row = await ctx.tx
    .selectFrom('operators')
    .select('userId')
    .where('userId', '=', userId)
    .executeTakeFirst();
  return row !== undefined;
}

/** The same, asked in a transaction of the operator's connection. */
export async function findOperatorAsSystem(ctx: SystemContext, userId: string): Promise<boolean> {
  const row = await ctx.tx
    .selectFrom('auth.operators')
    .select('userId')
    .where('userId', '=', userId)
    .executeTakeFirst();
  return row !== undefined;
}

/** Names an operator; false when the user was one already. */
export async function insertOperator(ctx: AuthContext, userId: string): Promise<boolean> {
  const row = await ctx.tx
    .insertInto('operators')
    .values({ userId, addedAt: ctx.now })
    .onConflict((conflict) => conflict.column('userId').doNothing())
    .returning('userId')
    .executeTakeFirst();
  return row !== undefined;
}

/** Takes an operator's right away; false when the user was none. */
export async function deleteOperator(ctx: AuthContext, userId: string): Promise<boolean> {
  const row = await ctx.tx
    .deleteFrom('operators')
    .where('userId', '=', userId)
    .returning('userId')
    .executeTakeFirst();
  return row !== undefined;
}
