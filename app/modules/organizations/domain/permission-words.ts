import { PERMISSIONS, type Permission, type Reach, reachOf } from './permissions';
import type { Role } from './role';

/** What a permission opens, in words that follow "may". Every permission has some: the privacy pack lists them all. */
export const PERMISSION_WORDS: Readonly<Record<Permission, string>> = {
  'session:read': 'be signed in, read the privacy notice and leave',
  'organization:read': 'read settings, members and tokens',
  'organization:write': 'change settings, members and tokens',
  'suppression:lower': 'ask that smaller groups are shown, or agree to it',
  'privacy:publish': 'publish the privacy notice',
  'catalogue:read': 'read occupations, frameworks, standards and target profiles',
  'catalogue:write':
    'change occupations, frameworks, standards, target profiles and requirements of the organization',
  'requirements:read': 'read what groups are asked to have',
  'directory:read': 'read names, titles, teams and occupations',
  'directory:write': 'change people, teams, sites and positions, and import them',
  'mapping:write': 'confirm which occupation a title is',
  'horizon:read': 'read when a post is expected to become vacant',
  'cycles:run': 'run cycles, calibrate and import ratings',
  'ratings:submit': 'rate oneself, the people below and, where invited, peers',
  'contests:open': 'contest a rating',
  'contests:answer': 'answer contested ratings',
  'profiles:read': 'read individual ratings and profiles',
  'people:export': 'take along what is kept about a person',
  'people:erase': 'erase a person',
  'organization:export':
    "take along a copy of the organization: an HR partner with everybody's ratings, an owner with the audit log and no ratings",
  'organization:delete': 'delete the organization',
  'audit:read': 'read the audit log',
  'jobs:read': 'see background jobs',
  'jobs:write': 'have failed background jobs tried again or taken off the list',
  'decisions:write': 'write down what is to be decided on the overview, and what was',
  'heatmap:read': 'read figures of groups',
};

/** Permissions about people: those that the notice to employees lists. */
export const ABOUT_PEOPLE: readonly Permission[] = [
  'directory:read',
  'directory:write',
  'profiles:read',
  'horizon:read',
  'cycles:run',
  'ratings:submit',
  'contests:open',
  'contests:answer',
  'heatmap:read',
  'people:export',
  'people:erase',
  'audit:read',
  'organization:read',
  'organization:export',
];

const REACH_WORDS: Readonly<Record<Reach, string>> = {
  all: 'yes',
  subtree: 'own teams and all beneath',
  team: 'own team, and direct reports',
  reports: 'oneself and direct reports',
  own: 'oneself',
  released: 'released figures of large enough groups',
  accesses: 'who saw individual ratings',
  none: 'no',
};

const OF_PEOPLE: readonly Reach[] = ['subtree', 'team', 'reports', 'own'];

/** How far the role reaches with the permission, in words: of whom, where it is about people. */
export function reachInWords(role: Role, permission: Permission): string {
  const reach = reachOf(role, permission);
  if (reach === 'subtree' && permission === 'heatmap:read')
    return `${REACH_WORDS.subtree}; elsewhere ${REACH_WORDS.released}`;
  const isOfPeople = Object.values(PERMISSIONS[permission]).some((one) => OF_PEOPLE.includes(one));
  return reach === 'all' && isOfPeople ? 'everyone' : REACH_WORDS[reach];
}

/** One permission that reaches otherwise in another role, in words. */
export interface RightsDifference {
  readonly what: string;
  readonly before: string;
  readonly after: string;
}

/** What a role may otherwise than another; before is null for somebody who may nothing yet. */
export function rightsDifference(before: Role | null, after: Role): RightsDifference[] {
  const words = (role: Role | null, permission: Permission) =>
    role ? reachInWords(role, permission) : REACH_WORDS.none;
  return (Object.keys(PERMISSIONS) as Permission[])
    .map((permission) => ({
      what: PERMISSION_WORDS[permission],
      before: words(before, permission),
      after: words(after, permission),
    }))
    .filter((row) => row.before !== row.after);
}
