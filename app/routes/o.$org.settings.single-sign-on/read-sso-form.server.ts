import { readForm } from '~/http/read-form.server';
import { ssoServices } from '~/http/sso.server';
import type { BodyStage } from '~/http/tenant-route.server';
import {
  type ConnectionInput,
  checkedConnection,
  JOIN_ROLES,
} from '~/modules/organizations/domain/sso/connection';
import { getSsoSettings } from '~/modules/organizations/queries/sso/get-sso-settings';
import { InvalidInput, isCadreError } from '~/shared/errors';
import { isUuid } from '~/shared/is-uuid';

/** What the page's forms ask for. A provider was spoken with before this is given. */
export type SsoForm =
  | { readonly intent: 'save'; readonly input: ConnectionInput }
  | { readonly intent: 'test' }
  | { readonly intent: 'add-domain' | 'verify-domain' | 'remove-domain'; readonly domain: string }
  | { readonly intent: 'require'; readonly required: boolean; readonly breakGlass: readonly string[] };

const DOMAIN_INTENTS = ['add-domain', 'verify-domain', 'remove-domain'] as const;

/**
 * Reads a form of the page; asks the provider for its metadata where it is to be tested or switched on.
 * @throws InvalidInput for a form that is none of the page's, and for a provider that does not answer rightly.
 */
export async function readSsoForm(request: Request, { context, claim }: BodyStage): Promise<SsoForm> {
  const form = await readForm(request);
  const text = (name: string) => String(form.get(name) ?? '');
  const intent = text('intent');
  if (intent === 'test') {
    const { connection } = await getSsoSettings(context.database, claim.organization.id);
    if (!connection) throw unreadable();
    await discovered(ssoServices(context).providers, connection);
    return { intent };
  }
  if (intent === 'save') {
    const joinRole = JOIN_ROLES.find((role) => role === text('joinRole')) ?? null;
    const secret = text('clientSecret');
    const typed = {
      ...{ issuer: text('issuer'), clientId: text('clientId'), clientSecret: secret === '' ? null : secret },
      ...{ joinRole, enabled: form.get('enabled') === 'yes' },
    };
    const input = checkedConnection(typed, context.environment.ALLOW_PRIVATE_ISSUERS);
    if (!input.enabled) return { intent, input };
    return {
      intent,
      input: { ...input, issuer: await discovered(ssoServices(context).providers, input) },
    };
  }
  const about = DOMAIN_INTENTS.find((known) => known === intent);
  if (about) return { intent: about, domain: text('domain') };
  if (intent !== 'require') throw unreadable();
  const breakGlass = form.getAll('breakGlass').map(String);
  if (!breakGlass.every((id) => isUuid(id))) throw unreadable();
  return { intent, required: form.get('required') === 'yes', breakGlass };
}

type Providers = ReturnType<typeof ssoServices>['providers'];

/** The issuer as its provider writes it. */
async function discovered(
  providers: Providers,
  { issuer, clientId }: Pick<ConnectionInput, 'issuer' | 'clientId'>,
): Promise<string> {
  try {
    // The secret is not needed for what everybody may read.
    return (await providers.discover({ issuer, clientId, clientSecret: '' })).issuer;
  } catch (error) {
    if (!isCadreError(error)) throw error;
    const detail =
      error.kind === 'unavailable'
        ? 'No provider answered at this address. The log of the server says why.'
        : 'What answers at this address is not the provider of this issuer.';
    throw new InvalidInput(detail, [{ pointer: 'issuer', detail }]);
  }
}

function unreadable(): InvalidInput {
  return new InvalidInput('The form could not be read. Open the page again and send it once more.');
}
