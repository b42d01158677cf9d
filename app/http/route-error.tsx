import { isRouteErrorResponse, useRouteError } from '@remix-run/react';
import { ButtonLink } from '~/components/button';
import { ErrorState } from '~/components/error-state';

interface Told {
  readonly reason?: string;
  readonly requestId?: string;
}

const TITLES: Readonly<Record<number, string>> = {
  403: 'Not open to your role',
  404: 'There is no such page',
  503: 'Not available for the moment',
};

/** What went wrong on a route, in the words of its error response; unforeseen errors say no more than that. */
export function RouteError() {
  const error = useRouteError();
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const told = isRouteErrorResponse(error) && typeof error.data === 'object' ? (error.data as Told) : {};
  const next: Readonly<Record<number, string>> = {
    403: 'Ask an administrator of your organization if you should see it.',
    404: 'Check the address, or go back to the start.',
  };
  return (
    <ErrorState
      title={TITLES[status] ?? 'Something broke'}
      happened={
        told.reason ?? (status === 404 ? 'Nothing is at this address.' : 'Something broke on our side.')
      }
      safe="Nothing was changed; everything saved before is there."
      next={next[status] ?? 'Try again in a moment. If it stays, tell your administrator the reference.'}
      {...(told.requestId ? { reference: told.requestId } : {})}
      action={<ButtonLink to="/">Go to the start</ButtonLink>}
    />
  );
}
