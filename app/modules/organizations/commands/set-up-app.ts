import { withAuth } from '#db/tenancy';
import { newAppKey, stepOfCode } from '~/one-time-codes.server';
import { InvalidInput } from '~/shared/errors';
import {
  deleteTotpSecret,
  deleteTotpSetUp,
  findTotpSetUp,
  upsertTotpSecret,
  upsertTotpSetUp,
} from '../data/totp-secrets';
import { SET_UP_MINUTES } from '../domain/fresh-session';
import { appCodeOf, appKeyPurpose } from '../domain/second-factor';
import { changeFactors, type FactorOwner } from './change-factors';
import type { CodeServices } from './check-code';
import { firstRecoveryCodes } from './make-recovery-codes';

/** Proposes a new authenticator app: its key waits for the first code. One that is in use stays in use. */
export async function proposeApp({ database, sealer }: CodeServices, userId: string): Promise<void> {
  const sealedSecret = sealer.seal(newAppKey(), appKeyPurpose(userId));
  await withAuth(database, (ctx) => upsertTotpSetUp(ctx, { userId, sealedSecret }));
}

/** Forgets the app that was proposed. */
export async function dropProposedApp({ database }: CodeServices, userId: string): Promise<void> {
  await withAuth(database, (ctx) => deleteTotpSetUp(ctx, userId));
}

/**
 * Takes the proposed app into use by its first code, in the place of the one before. Gives the recovery codes of
 * somebody who had none, else null.
 * @throws InvalidInput when the code is not right or nothing was proposed in the last half hour.
 */
export async function confirmApp(
  { database, sealer }: CodeServices,
  owner: FactorOwner,
  typed: { readonly text: string; readonly now?: Date },
): Promise<string[] | null> {
  const { userId } = owner;
  return changeFactors(database, owner, async (ctx) => {
    const after = new Date(ctx.now.getTime() - SET_UP_MINUTES * 60_000);
    const sealedSecret = await findTotpSetUp(ctx, userId, after);
    if (!sealedSecret) throw new InvalidInput('The set-up took too long. Begin again with a new key.');
    const key = sealer.unseal(sealedSecret, appKeyPurpose(userId));
    const code = appCodeOf(typed.text);
    const step = code ? stepOfCode(key, code, typed.now ?? ctx.now) : null;
    if (step === null) throw new InvalidInput('That is not the code that the app shows for this key now.');
    await deleteTotpSetUp(ctx, userId);
    await upsertTotpSecret(ctx, { userId, sealedSecret, step });
    return firstRecoveryCodes(ctx, userId);
  });
}

/** Takes the authenticator app out of use. Throws Conflict when it is the last factor and one is required. */
export async function removeApp({ database }: CodeServices, owner: FactorOwner): Promise<void> {
  await changeFactors(database, owner, (ctx) => deleteTotpSecret(ctx, owner.userId));
}
