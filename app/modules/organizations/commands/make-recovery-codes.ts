import { randomBytes } from 'node:crypto';
import type { Database } from '#db/database';
import type { AuthContext } from '#db/tenancy';
import { Conflict } from '~/shared/errors';
import { countRecoveryCodes, replaceRecoveryCodes } from '../data/recovery-codes';
import { hasSecondFactor } from '../data/sign-in-policies';
import { RECOVERY_BYTES, RECOVERY_CODES, recoveryCodeOf } from '../domain/recovery-code';
import { changeFactors, type FactorOwner } from './change-factors';
import { recoveryCodeHash } from './check-code';

/**
 * New recovery codes in the place of those before; they are shown now and never again.
 * @throws Conflict for somebody without a second factor.
 */
export async function makeRecoveryCodes(database: Database, owner: FactorOwner): Promise<string[]> {
  return changeFactors(database, owner, async (ctx) => {
    if (!(await hasSecondFactor(ctx, owner.userId)))
      throw new Conflict('Recovery codes stand in for a second factor. Set one up first.');
    return writeCodes(ctx, owner.userId);
  });
}

/** The first recovery codes of somebody who has none left, to be shown now; null when there are some. */
export async function firstRecoveryCodes(ctx: AuthContext, userId: string): Promise<string[] | null> {
  return (await countRecoveryCodes(ctx, userId)) > 0 ? null : writeCodes(ctx, userId);
}

async function writeCodes(ctx: AuthContext, userId: string): Promise<string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, () => recoveryCodeOf(randomBytes(RECOVERY_BYTES)));
  await replaceRecoveryCodes(ctx, userId, codes.map(recoveryCodeHash));
  return codes;
}
