import { isRouteErrorResponse, useRouteError } from '@remix-run/react';
import type { ReactNode } from 'react';
import { ErrorState } from '~/components/error-state';
import { RouteError } from './route-error';

interface DeadLinkProps {
  /** What to do instead. */
  readonly next: ReactNode;
  readonly action: ReactNode;
}

/** Error boundary of a page that a letter's link opens: what a dead link says, and the way on. */
export function DeadLink({ next, action }: DeadLinkProps) {
  const error = useRouteError();
  const isDead = isRouteErrorResponse(error) && error.status === 404;
  const reason: unknown = isDead ? error.data?.reason : null;
  return (
    <main className="state-page">
      {isDead ? (
        <ErrorState
          title="This link has been used or is over"
          happened={typeof reason === 'string' ? reason : 'The link is not valid.'}
          safe="Nothing was changed; everything saved before is there."
          next={next}
          action={action}
        />
      ) : (
        <RouteError />
      )}
    </main>
  );
}
