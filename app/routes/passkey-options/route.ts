import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { attemptSource, tooManyTries } from '~/http/attempts.server';
import { publicRoute } from '~/http/open-route.server';
import { readForm } from '~/http/read-form.server';
import { relyingPartyOf } from '~/http/relying-party.server';
import { beginAttempt } from '~/modules/organizations/commands/begin-attempt';
import { beginAuthentication, beginRegistration } from '~/modules/organizations/commands/begin-passkey';
import { Conflict, Forbidden } from '~/shared/errors';

/**
 * What the browser asks an authenticator for, as JSON: to sign in; as the second factor that a session waits for; to
 * confirm that whoever is signed in is here; or a new passkey.
 */
export const action = publicRoute(async (asked: ActionFunctionArgs) => {
  const { request, context } = asked;
  const purpose = String((await readForm(request)).get('purpose') ?? '');
  const relyingParty = relyingPartyOf(context.environment, request);
  if (!relyingParty)
    throw new Conflict('Passkeys need an address with a name. This page was opened by a number.');
  const attempt = await beginAttempt(context, {
    purpose: 'passkey',
    account: null,
    source: attemptSource(asked),
  });
  if (!attempt.allowed) {
    const { sentence, init } = tooManyTries(attempt.retryAfterSeconds);
    return Response.json({ reason: sentence }, init);
  }
  const services = { database: context.database, relyingParty };
  if (purpose === 'sign-in') return Response.json(await beginAuthentication(services, null));
  const cookie = request.headers.get('cookie');
  if (purpose === 'second-factor') {
    const waiting = await context.sessions.readWaiting(cookie);
    if (!waiting) throw new Forbidden('Sign in with your password first.');
    return Response.json(await beginAuthentication(services, waiting.userId));
  }
  const person = await context.sessions.read(cookie);
  if (!person || person.method === 'sso') throw new Forbidden('Sign in with your password or passkey first.');
  return Response.json(
    purpose === 'register'
      ? await beginRegistration(services, person)
      : await beginAuthentication(services, person.userId),
  );
});

/** The address itself shows nothing: it leads to the start. */
export const loader = publicRoute(async () => redirect('/'));
