import type { Role } from './role';

/**
 * How far a permission reaches.
 * all: everyone in the organization. subtree: the teams of the membership and all beneath. reports: oneself and
 * direct reports. own: oneself. released: released, suppressed figures only. accesses: of the audit log, who saw
 * individual ratings. none: not at all.
 */
export type Reach = 'all' | 'subtree' | 'reports' | 'own' | 'released' | 'accesses' | 'none';

type Row = Readonly<Record<Role, Reach>>;
const everyone = (reach: Reach): Row => ({
  owner: reach,
  admin: reach,
  hr_partner: reach,
  director: reach,
  executive: reach,
  employee: reach,
});
const NOBODY = everyone('none');

/** The permission table of product.md, as data. What is not in it is denied. */
export const PERMISSIONS = {
  'session:read': everyone('all'),
  'organization:read': { ...NOBODY, owner: 'all', admin: 'all', hr_partner: 'all' },
  'organization:write': { ...NOBODY, owner: 'all', admin: 'all' },
  'catalogue:read': everyone('all'),
  'catalogue:write': { ...NOBODY, owner: 'all', admin: 'all', hr_partner: 'all' },
  'directory:read': {
    owner: 'all',
    admin: 'all',
    hr_partner: 'all',
    director: 'subtree',
    executive: 'none',
    employee: 'reports',
  },
  'profiles:read': {
    owner: 'own',
    admin: 'own',
    hr_partner: 'all',
    director: 'subtree',
    executive: 'own',
    employee: 'reports',
  },
  'audit:read': { ...NOBODY, owner: 'all', admin: 'all', hr_partner: 'accesses' },
  'heatmap:read': { ...NOBODY, hr_partner: 'all', director: 'subtree', executive: 'released' },
} as const satisfies Readonly<Record<string, Row>>;

export type Permission = keyof typeof PERMISSIONS;

/** How far the role reaches with this permission. */
export function reachOf(role: Role, permission: Permission): Reach {
  return PERMISSIONS[permission][role];
}
