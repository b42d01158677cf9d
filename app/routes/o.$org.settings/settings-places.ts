import type { SegmentOption } from '~/components/segmented-links';
import { type Permission, reachOf } from '~/modules/organizations/domain/permissions';
import type { Role } from '~/modules/organizations/domain/role';

interface SettingsPlace {
  readonly label: string;
  /** Beneath /o/:org/settings; empty for the first page. */
  readonly path: string;
  readonly permission: Permission;
}

/** The pages of the settings, in their order. */
const PLACES: readonly SettingsPlace[] = [
  { label: 'General', path: '', permission: 'organization:read' },
  { label: 'Smallest group', path: 'smallest-group', permission: 'organization:read' },
  { label: 'Released AI use', path: 'ai-use', permission: 'organization:read' },
  { label: 'Members', path: 'members', permission: 'organization:read' },
  { label: 'Sign-in', path: 'sign-in', permission: 'organization:write' },
  { label: 'Single sign-on', path: 'single-sign-on', permission: 'organization:write' },
  { label: 'Catalogue', path: 'catalogue', permission: 'catalogue:read' },
  { label: 'Tokens', path: 'tokens', permission: 'organization:read' },
  { label: 'Privacy', path: 'privacy', permission: 'organization:read' },
  { label: 'Copy and deletion', path: 'deletion', permission: 'organization:export' },
  { label: 'Your membership', path: 'my-membership', permission: 'session:read' },
];

/** The pages that the role opens, with the one that is open marked. */
export function settingsPlaces(base: string, pathname: string, role: Role): SegmentOption[] {
  return PLACES.filter(({ permission }) => reachOf(role, permission) !== 'none').map(({ label, path }) => {
    const to = path ? `${base}/settings/${path}` : `${base}/settings`;
    const current = path
      ? pathname === to || pathname.startsWith(`${to}/`)
      : pathname.replace(/\/$/, '') === to;
    return { label, to, current };
  });
}
