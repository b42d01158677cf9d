import { data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { BrandMark } from '~/components/brand-mark';
import { ButtonLink } from '~/components/button';
import { publicRoute } from '~/http/open-route.server';
import { RouteError } from '~/http/route-error';
import { logRefusedProof, logSignIn } from '~/http/security-log.server';
import { readBrowser, redirectUri, signedInByAccount, ssoServices } from '~/http/sso.server';
import { finishSso } from '~/modules/organizations/commands/sso/finish-sso';
import { isCadreError } from '~/shared/errors';

export const meta: MetaFunction = () => [
  { title: 'Single sign-on · Cadre' },
  { name: 'referrer', content: 'no-referrer' },
];

const STATUS = { conflict: 403, forbidden: 403, unavailable: 503 } as const;
const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Where a provider sends the browser back to: signs in, or says calmly why not. */
export const loader = publicRoute(async (args: LoaderFunctionArgs) => {
  const { request, context, params } = args;
  const organizationId = ID.test(params['organization'] ?? '') ? (params['organization'] ?? '') : NOBODY;
  const { search, searchParams } = new URL(request.url);
  const person = await signedInByAccount(args);
  try {
    const { userId, slug, next } = await finishSso(ssoServices(context), {
      organizationId,
      browser: readBrowser(args) ?? '',
      redirectUri: redirectUri(args, organizationId),
      state: searchParams.get('state') ?? '',
      query: search,
      signedInUserId: person?.userId ?? null,
    });
    const cookie = await context.sessions.signIn(userId, request.headers.get('cookie'), {
      stage: 'full',
      method: 'sso',
      ssoOrganizationId: organizationId,
      userAgent: request.headers.get('user-agent'),
    });
    logSignIn(context, { userId, by: 'sso', stage: 'full' });
    const home = `/o/${slug}`;
    const isWithin = next === home || ['/', '?'].some((end) => next.startsWith(`${home}${end}`));
    throw redirect(isWithin ? next : home, { headers: { 'Set-Cookie': cookie } });
  } catch (error) {
    if (!isCadreError(error)) throw error;
    logRefusedProof(context, 'sso');
    const status = error.kind in STATUS ? STATUS[error.kind as keyof typeof STATUS] : 403;
    return data({ reason: error.reason }, { status });
  }
});

/** No organization has this id. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

export default function SingleSignOnRefused() {
  const { reason } = useLoaderData<typeof loader>();
  return (
    <main className="sign-in" id="content">
      <div className="sign-in-card card">
        <p className="brand">
          <BrandMark />
          Cadre
        </p>
        <h1>You are not signed in</h1>
        <p>{reason}</p>
        <ButtonLink to="/sso" variant="primary">
          Begin again
        </ButtonLink>
        <ButtonLink to="/login">Sign in with a password or passkey</ButtonLink>
      </div>
    </main>
  );
}

export function ErrorBoundary() {
  return (
    <main className="state-page">
      <RouteError />
    </main>
  );
}
