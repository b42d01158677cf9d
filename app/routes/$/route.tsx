import { publicRoute } from '~/http/open-route.server';
import { RouteError } from '~/http/route-error';
import { NotFound } from '~/shared/errors';

export const loader = publicRoute(async (): Promise<null> => {
  throw new NotFound('Nothing is at this address.');
});

export default function NothingHere() {
  return null;
}

export function ErrorBoundary() {
  return (
    <main className="state-page">
      <RouteError />
    </main>
  );
}
