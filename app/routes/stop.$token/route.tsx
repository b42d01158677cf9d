import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import { BrandMark } from '~/components/brand-mark';
import { Button, ButtonLink } from '~/components/button';
import { DeadLink } from '~/http/dead-link';
import { publicRoute } from '~/http/open-route.server';
import { stopLetters } from '~/modules/organizations/commands/stop-letters';
import { readStopLink } from '~/modules/organizations/queries/read-stop-link';

export const meta: MetaFunction = () => [
  { title: 'Stop letters · Cadre' },
  { name: 'referrer', content: 'no-referrer' },
];

/** Which letters the link stops; looking alone stops none. */
export const loader = publicRoute(async ({ context, params }: LoaderFunctionArgs) => {
  const { cycle, organization, isStopped } = await readStopLink(context.database, params['token'] ?? '');
  return { cycle, organization, isStopped };
});

export const action = publicRoute(async ({ context, params }: ActionFunctionArgs) => {
  await stopLetters(context.database, params['token'] ?? '');
  return null;
});

export default function StopLetters() {
  const { cycle, organization, isStopped } = useLoaderData<typeof loader>();
  return (
    <main className="sign-in" id="content">
      <div className="sign-in-card card">
        <p className="brand">
          <BrandMark />
          Cadre
        </p>
        <h1>{isStopped ? 'No more letters' : 'Stop letters'}</h1>
        {isStopped ? (
          <p>
            You get no more letters about {cycle} of {organization}. What you are asked to rate still stands
            in Cadre.
          </p>
        ) : (
          <>
            <p>
              Letters about {cycle} of {organization} stop, for you alone. What you are asked to rate still
              stands in Cadre.
            </p>
            <Form method="post">
              <Button type="submit" variant="primary">
                Stop these letters
              </Button>
            </Form>
          </>
        )}
      </div>
    </main>
  );
}

export function ErrorBoundary() {
  return (
    <DeadLink
      next="A newer letter has a link that works."
      action={<ButtonLink to="/login">Sign in</ButtonLink>}
    />
  );
}
