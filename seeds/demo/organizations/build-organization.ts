import { demoCycles } from './cycles';
import type { DemoOrganization, SignIn } from './demo-organization';
import { mailboxOf } from './names';
import type { CastMember, OrganizationSpec } from './organization-spec';
import { isSeat, type Person, peopleOf, toEmployeeRow } from './people';
import { positionsOf } from './positions';
import { ratingsOf } from './ratings';

function toSignIn(member: CastMember, people: readonly Person[], spec: OrganizationSpec): SignIn {
  const { seat } = member;
  const person = seat === null ? null : people.find((one) => isSeat(one.seat, seat));
  if (person === undefined) throw new Error(`${spec.slug}: no seat for ${member.name}`);
  return {
    role: member.role,
    name: member.name,
    email: person?.email ?? `${mailboxOf(member.name)}@${spec.mailDomain}`,
    employeeExternalId: person?.id ?? null,
    teamPath: member.teamPath ?? null,
  };
}

/**
 * A demo organization as plain records, all days relative to `today` (YYYY-MM-DD); the same day gives the same
 * records. Throws an Error when a member of the cast has no seat in the tree.
 */
export function buildOrganization(spec: OrganizationSpec, today: string): DemoOrganization {
  const people = peopleOf(spec, today);
  const cycles = demoCycles(today);
  return {
    slug: spec.slug,
    name: spec.name,
    timeZone: spec.timeZone,
    employees: people.map(toEmployeeRow),
    cycles,
    assessments: ratingsOf({ spec, today, people, cycles }),
    targets: spec.targets,
    positions: positionsOf(spec.posts, people, spec.targets),
    signIns: spec.cast.map((member) => toSignIn(member, people, spec)),
  };
}
