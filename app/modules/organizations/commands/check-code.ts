import { createHash } from 'node:crypto';
import type { Database } from '#db/database';
import { withAuth } from '#db/tenancy';
import { stepOfCode } from '~/one-time-codes.server';
import type { Sealer } from '~/sealing.server';
import { takeRecoveryCode } from '../data/recovery-codes';
import { deleteSessionsOf } from '../data/sessions';
import { findTotpSecret, takeTotpStep } from '../data/totp-secrets';
import { plainRecoveryCode } from '../domain/recovery-code';
import { appCodeOf, appKeyPurpose } from '../domain/second-factor';
import { tellFactorsChanged } from './change-factors';

export interface CodeServices {
  readonly database: Database;
  readonly sealer: Sealer;
}

interface TypedCode {
  readonly userId: string;
  /** As typed: a code of the authenticator app, or a recovery code. */
  readonly text: string;
  /** The moment by which a code of the app counts; the machine's when left out. */
  readonly now?: Date;
}

/**
 * Whether the code is right; it is used up with that. A recovery code ends the person's sessions: the caller opens one.
 * The number of tries is the caller's to bound.
 */
export async function checkCode({ database, sealer }: CodeServices, typed: TypedCode): Promise<boolean> {
  const { userId, text } = typed;
  const [appCode, recoveryCode] = [appCodeOf(text), plainRecoveryCode(text)];
  return withAuth(database, async (ctx) => {
    if (appCode) {
      const secret = await findTotpSecret(ctx, userId);
      if (!secret) return false;
      const key = sealer.unseal(secret.sealedSecret, appKeyPurpose(userId));
      const step = stepOfCode(key, appCode, typed.now ?? ctx.now);
      return step !== null && takeTotpStep(ctx, { userId, sealedSecret: secret.sealedSecret, step });
    }
    if (!recoveryCode || !(await takeRecoveryCode(ctx, userId, recoveryCodeHash(recoveryCode)))) return false;
    await deleteSessionsOf(ctx, userId);
    await tellFactorsChanged(ctx, userId);
    return true;
  });
}

/** The SHA-256 of a recovery code in hexadecimal: what is stored instead of it. */
export function recoveryCodeHash(code: string): string {
  return createHash('sha256')
    .update(plainRecoveryCode(code) ?? '', 'utf8')
    .digest('hex');
}
