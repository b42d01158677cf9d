import type { ActionFunctionArgs } from '@remix-run/node';
import { attemptSource, tooManyTries } from '~/http/attempts.server';
import { readForm } from '~/http/read-form.server';
import { returnPath } from '~/http/return-path';
import { markBrowser, redirectUri, signedInByAccount, ssoServices } from '~/http/sso.server';
import { beginAttempt } from '~/modules/organizations/commands/begin-attempt';
import { beginSso } from '~/modules/organizations/commands/sso/begin-sso';
import { isCadreError } from '~/shared/errors';

interface Started {
  readonly body: { readonly address: string | null; readonly fault: string | null };
  readonly init: { readonly status: number; readonly headers: Readonly<Record<string, string>> };
}

/**
 * Begins a sign-in at the organization's provider. The browser is sent there by Refresh and a link, not by a redirect: a
 * page's policy lets its forms lead to this site alone.
 */
export async function startSso(args: ActionFunctionArgs, slug: string): Promise<Started> {
  const { request, context } = args;
  const source = attemptSource(args);
  const attempt = await beginAttempt(context, { purpose: 'sso', account: null, source });
  if (!attempt.allowed) {
    const { sentence, init } = tooManyTries(attempt.retryAfterSeconds);
    return { body: { address: null, fault: sentence }, init };
  }
  const form = await readForm(request);
  const person = form.get('intent') === 'connect' ? await signedInByAccount(args) : null;
  try {
    const address = await beginSso(ssoServices(context), {
      slug,
      browser: markBrowser(args),
      redirectUriOf: (organizationId) => redirectUri(args, organizationId),
      connectUserId: person?.userId ?? null,
      next: returnPath(form.get('next'), '/o'),
    });
    return {
      body: { address, fault: null },
      init: { status: 200, headers: { Refresh: `0;url=${address}` } },
    };
  } catch (error) {
    if (!isCadreError(error) || error.kind === 'not-found') throw error;
    const status = error.kind === 'unavailable' ? 503 : 422;
    return { body: { address: null, fault: error.reason }, init: { status, headers: {} } };
  }
}
