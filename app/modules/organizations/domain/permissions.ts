import type { Role } from './role';

/**
 * How far a permission reaches.
 * all: everyone in the organization. subtree: the teams of the membership and all beneath. team: the team in which
 * one works on the day, oneself and direct reports. reports: oneself and direct reports. own: oneself. released:
 * released, suppressed figures only. accesses: of the audit log, who saw individual ratings. none: not at all.
 */
export type Reach = 'all' | 'subtree' | 'team' | 'reports' | 'own' | 'released' | 'accesses' | 'none';

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
  // Lowering k: an owner asks, an HR partner agrees (method.md 9).
  'suppression:lower': { ...NOBODY, owner: 'all', hr_partner: 'all' },
  'privacy:publish': { ...NOBODY, owner: 'all', admin: 'all', hr_partner: 'all' },
  'catalogue:read': everyone('all'),
  'catalogue:write': { ...NOBODY, owner: 'all', admin: 'all', hr_partner: 'all' },
  /** What groups are asked to have (method.md 5); written with catalogue:write. */
  'requirements:read': { ...NOBODY, owner: 'all', admin: 'all', hr_partner: 'all', director: 'subtree' },
  'directory:read': {
    owner: 'all',
    admin: 'all',
    hr_partner: 'all',
    director: 'subtree',
    executive: 'none',
    employee: 'team',
  },
  /** People, teams, sites and positions: written by hand or by import. */
  'directory:write': { ...NOBODY, owner: 'all', admin: 'all', hr_partner: 'all' },
  /** Which occupation a title is. */
  'mapping:write': { ...NOBODY, owner: 'all', admin: 'all', hr_partner: 'all' },
  /** When a post is expected to become vacant (method.md 7). */
  'horizon:read': { ...NOBODY, hr_partner: 'all', director: 'subtree' },
  /** Cycles, calibration and imports of ratings. */
  'cycles:run': { ...NOBODY, hr_partner: 'all', director: 'subtree' },
  /** Own ratings: of oneself, of people below, as an invited peer. */
  'ratings:submit': { ...NOBODY, director: 'reports', executive: 'reports', employee: 'reports' },
  'contests:open': everyone('own'),
  'contests:answer': { ...NOBODY, hr_partner: 'all', director: 'subtree' },
  'profiles:read': {
    owner: 'own',
    admin: 'own',
    hr_partner: 'all',
    director: 'subtree',
    executive: 'own',
    employee: 'reports',
  },
  /** The record of a person as a file: one's own, for an HR partner anybody's. */
  'people:export': { ...everyone('own'), hr_partner: 'all' },
  'people:erase': { ...NOBODY, owner: 'all', admin: 'all', hr_partner: 'all' },
  /** A copy of the organization, each role the part that it reads. */
  'organization:export': { ...NOBODY, owner: 'all', hr_partner: 'all' },
  'organization:delete': { ...NOBODY, owner: 'all' },
  'audit:read': { ...NOBODY, owner: 'all', admin: 'all', hr_partner: 'accesses' },
  /** Background jobs of the organization. */
  'jobs:read': { ...NOBODY, owner: 'all', admin: 'all' },
  /** Having failed ones tried again, and taking them off the list. */
  'jobs:write': { ...NOBODY, owner: 'all', admin: 'all' },
  /** What is to be decided on the figures of the overview, and what was. */
  'decisions:write': { ...NOBODY, hr_partner: 'all', director: 'subtree', executive: 'released' },
  'heatmap:read': { ...NOBODY, hr_partner: 'all', director: 'subtree', executive: 'released' },
} as const satisfies Readonly<Record<string, Row>>;

export type Permission = keyof typeof PERMISSIONS;

/** How far the role reaches with this permission. */
export function reachOf(role: Role, permission: Permission): Reach {
  return PERMISSIONS[permission][role];
}
