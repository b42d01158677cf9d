import { data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { Form, Link, useLoaderData } from '@remix-run/react';
import { BrandMark } from '~/components/brand-mark';
import { Button } from '~/components/button';
import { Field } from '~/components/field';
import { publicRoute } from '~/http/open-route.server';
import { returnPath } from '~/http/return-path';
import { findOpenOrganization } from '~/modules/organizations/queries/sso/get-open-organization';
import { isCadreError } from '~/shared/errors';

export const meta: MetaFunction = () => [{ title: 'Single sign-on · Cadre' }];

/** Asks for the organization; with `?organization=` leads to its sign-in. */
export const loader = publicRoute(async ({ request, context }: LoaderFunctionArgs) => {
  const { searchParams } = new URL(request.url);
  const next = returnPath(searchParams.get('next'), '/o');
  const typed = searchParams.get('organization');
  if (typed === null) return data({ next, typed: '', fault: null });
  const slug = slugOf(typed);
  try {
    await findOpenOrganization(context.database, slug);
  } catch (error) {
    if (!isCadreError(error) || error.kind !== 'not-found') throw error;
    return data({ next, typed: typed.slice(0, 100), fault: error.reason }, { status: 404 });
  }
  throw redirect(`/sso/${slug}?next=${encodeURIComponent(next)}`);
});

/** The last part of what was typed or pasted: `demo` of `https://cadre.example/o/demo`. */
function slugOf(typed: string): string {
  const path = typed
    .trim()
    .toLowerCase()
    .replace(/^.*\/o\//, '');
  return path.split(/[/?#]/)[0] ?? '';
}

export default function SingleSignOn() {
  const { next, typed, fault } = useLoaderData<typeof loader>();
  return (
    <main className="sign-in" id="content">
      <div className="sign-in-card card">
        <p className="brand">
          <BrandMark />
          Cadre
        </p>
        <h1>Single sign-on</h1>
        <Form method="get" action="/sso" noValidate>
          <input type="hidden" name="next" value={next} />
          <Field
            label="Your organization's address"
            name="organization"
            autoComplete="organization"
            autoCapitalize="none"
            spellCheck={false}
            defaultValue={typed}
            hint="What stands after /o/ in its pages, such as demo."
            error={fault}
            required
          />
          <Button type="submit" variant="primary">
            Continue
          </Button>
        </Form>
        <p>
          <Link to={`/login?next=${encodeURIComponent(next)}`}>Sign in with a password or passkey</Link>
        </p>
      </div>
    </main>
  );
}

export { RouteError as ErrorBoundary } from '~/http/route-error';
