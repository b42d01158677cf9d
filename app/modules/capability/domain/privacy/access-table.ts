import { PERMISSION_WORDS, reachInWords } from '~/modules/organizations/domain/permission-words';
import { PERMISSIONS, type Permission } from '~/modules/organizations/domain/permissions';
import { ROLE_LABELS, ROLES } from '~/modules/organizations/domain/role';
import type { PrivacyBlock } from './privacy-document';

/** Who sees what, read from the permission table itself: a row for each permission, a column for each role. */
export function accessTable(
  permissions: readonly Permission[] = Object.keys(PERMISSIONS) as Permission[],
): PrivacyBlock {
  return {
    kind: 'table',
    label: 'Who may do what',
    head: ['May', ...ROLES.map((role) => ROLE_LABELS[role])],
    rows: permissions.map((permission) => [
      PERMISSION_WORDS[permission],
      ...ROLES.map((role) => reachInWords(role, permission)),
    ]),
  };
}
