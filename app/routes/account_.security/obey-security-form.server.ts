import type { AppLoadContext } from '@remix-run/node';
import { relyingPartyOf } from '~/http/relying-party.server';
import type { SignedIn } from '~/http/session.server';
import { addPasskey, removePasskey, renamePasskey } from '~/modules/organizations/commands/change-passkeys';
import { makeRecoveryCodes } from '~/modules/organizations/commands/make-recovery-codes';
import {
  confirmApp,
  dropProposedApp,
  proposeApp,
  removeApp,
} from '~/modules/organizations/commands/set-up-app';
import { Conflict, InvalidInput } from '~/shared/errors';

interface Asked {
  readonly context: AppLoadContext;
  readonly request: Request;
  readonly person: SignedIn;
}

interface Obeyed {
  /** A key of doneWords, or null when the page itself shows what was done. */
  readonly done: string | null;
  /** Recovery codes to be shown now. */
  readonly codes?: readonly string[] | null;
}

/** Does what a form of the page asks for, by the one command for it. The session was found young enough. */
export async function obeySecurityForm(asked: Asked, form: FormData): Promise<Obeyed> {
  const { context, person } = asked;
  const text = (name: string) => String(form.get(name) ?? '');
  switch (text('intent')) {
    case 'propose-app':
      await proposeApp(context, person.userId);
      return { done: null };
    case 'drop-app':
      await dropProposedApp(context, person.userId);
      return { done: null };
    case 'confirm-app':
      return { done: 'app', codes: await confirmApp(context, person, { text: text('code') }) };
    case 'remove-app':
      await removeApp(context, person);
      return { done: 'app-removed' };
    case 'codes':
      return { done: null, codes: await makeRecoveryCodes(context.database, person) };
    case 'passkey':
      return { done: 'passkey', codes: await addFrom(asked, text) };
    case 'rename-passkey':
      await renamePasskey(context.database, person, {
        credentialId: text('credentialId'),
        name: text('name'),
      });
      return { done: 'renamed' };
    case 'remove-passkey':
      await removePasskey(context.database, person, text('credentialId'));
      return { done: 'passkey-removed' };
    default:
      throw new InvalidInput('The form could not be read. Open the page again and send it once more.');
  }
}

async function addFrom({ context, request, person }: Asked, text: (name: string) => string) {
  const relyingParty = relyingPartyOf(context.environment, request);
  if (!relyingParty)
    throw new Conflict('Passkeys need an address with a name. This page was opened by a number.');
  const { database } = context;
  const answer = { challengeId: text('challengeId'), response: text('response'), name: text('name') };
  return addPasskey({ database, relyingParty }, person, answer);
}
