/**
 * Names whose cuts of releases belong together, for good: a user by id; tokens by what they may reach, so that another
 * token of the same reach reads the very same figures, not figures cut another way. Source: method.md 9.5.
 */
import type { Viewer } from '~/modules/organizations/domain/viewer';

/** The viewer's key in release_viewers. */
export function viewerKeyOf({
  kind,
  id,
  role,
  teamScope,
}: Pick<Viewer, 'kind' | 'id' | 'role' | 'teamScope'>): string {
  return kind === 'user' ? `user:${id}` : `token:${role}:${[...new Set(teamScope)].sort().join(',')}`;
}
