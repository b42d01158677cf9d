import type { AppLoadContext } from '@remix-run/node';
import { FRESH_MINUTES, isFresh } from '~/modules/organizations/domain/fresh-session';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import { Conflict } from '~/shared/errors';

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

/** Throws Conflict for whoever signed in longer ago than minutes. */
export async function requireRecentSignIn(asked: Asked, next: string): Promise<void> {
  if ((await confirmAddress(asked, next)) !== null)
    throw new Conflict(`You signed in over ${FRESH_MINUTES} minutes ago. Confirm that it is you first.`);
}
