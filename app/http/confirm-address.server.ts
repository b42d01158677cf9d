import type { AppLoadContext } from '@remix-run/node';
import { isFresh } from '~/modules/organizations/domain/fresh-session';
import type { Viewer } from '~/modules/organizations/domain/viewer';

interface Asked {
  readonly context: AppLoadContext;
  readonly request: Request;
  readonly viewer: Pick<Viewer, 'organization'>;
}

/**
 * Where a member shows anew that it is them, before a change that needs a recent sign-in; null for whoever signed in
 * minutes ago. The way leads back to the path.
 * @param next a path of this site
 */
export async function confirmAddress(
  { context, request, viewer }: Asked,
  next: string,
): Promise<string | null> {
  const person = await context.sessions.read(request.headers.get('cookie'));
  if (person && isFresh(person.begunAt, new Date())) return null;
  const rest = `next=${encodeURIComponent(next)}`;
  return person?.method === 'sso'
    ? `/sso/${viewer.organization.slug}?${rest}`
    : `/account/security/confirm?why=change&${rest}`;
}
