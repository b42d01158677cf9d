import type { AppLoadContext } from '@remix-run/node';
import { addDomain, removeDomain, verifyDomain } from '~/modules/organizations/commands/sso/change-domains';
import { requireSso } from '~/modules/organizations/commands/sso/require-sso';
import { saveConnection } from '~/modules/organizations/commands/sso/save-connection';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import { resolveText } from '~/sso/resolve-text.server';
import type { SsoForm } from './read-sso-form.server';

/** Does what a form of the page asks for, by the one command for it. */
export async function obeySsoForm(context: AppLoadContext, viewer: Viewer, form: SsoForm): Promise<void> {
  const { database } = context;
  switch (form.intent) {
    case 'save':
      return saveConnection(context, viewer, form.input);
    case 'add-domain':
      return addDomain(database, viewer, form.domain);
    case 'verify-domain':
      return verifyDomain({ database, resolveText }, viewer, form.domain);
    case 'remove-domain':
      return removeDomain(database, viewer, form.domain);
    case 'require':
      return requireSso(database, viewer, form);
    case 'test':
  }
}

const DONE: ReadonlyMap<string, string> = new Map([
  ['save', 'The identity provider is saved.'],
  ['test', 'The provider answered, and its metadata is right.'],
  ['add-domain', 'The domain is in the list. Put its record into the DNS, then verify it.'],
  ['verify-domain', 'The domain is verified.'],
  ['remove-domain', 'The domain is taken away.'],
  ['require', 'What is asked at sign-in is changed.'],
]);

/** What was done, after the form that asked for it. */
export function doneWords(intent: string): string | null {
  return DONE.get(intent) ?? null;
}
