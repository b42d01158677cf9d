import { buildOrganization } from './build-organization';
import type { DemoOrganization } from './demo-organization';
import type { OrganizationSpec } from './organization-spec';
import { NORTHGATE_POSTS } from './posts';
import { NORTHGATE_SITES } from './sites';
import { GUARD_TARGETS } from './targets';

const NORTHGATE: OrganizationSpec = {
  slug: 'northgate',
  name: 'Northgate',
  timeZone: 'Europe/London',
  mailDomain: 'northgate.example',
  teams: [
    {
      name: 'Security Office',
      site: 'Northgate Campus',
      head: 'top',
      staff: [
        ['deputy', 1],
        ['senior_specialist', 1],
        ['people_partner', 1],
        ['investigator', 2],
      ],
    },
    {
      name: 'Campus Patrol',
      site: 'Northgate Campus',
      head: 'senior_supervisor',
      teams: [
        { name: 'Day', head: 'supervisor', staff: [['guards', 8]] },
        { name: 'Night', head: 'supervisor', staff: [['guards', 6]] },
      ],
    },
    { name: 'Canal Depot', site: 'Canal Depot', head: 'supervisor', staff: [['guards', 8]] },
    { name: 'Control Room', site: 'Northgate Campus', head: 'operator_lead', staff: [['operators', 7]] },
  ],
  sites: NORTHGATE_SITES,
  cast: [
    { role: 'owner', name: 'Priyanka Castlemere', seat: { team: 'Security Office', index: 1 } },
    { role: 'hr_partner', name: 'Owain Tarrantley', seat: { team: 'Security Office', index: 3 } },
    { role: 'executive', name: 'Halima Strandberry', seat: { team: 'Security Office', index: 0 } },
    { role: 'employee', name: 'Callum Oforidene', seat: { team: 'Campus Patrol / Day', index: 2 } },
  ],
  patterns: [],
  aiPockets: [],
  peerTeams: [],
  hardToRate: null,
  calibratedRoles: [],
  counts: { leave: 1, left: 1, newcomers: 1, promoted: 0, twoOccupations: 0, unavailable: 0 },
  targets: GUARD_TARGETS,
  posts: NORTHGATE_POSTS,
};

/**
 * Northgate, a second organization of about 40 people with the same external ids as Harbourline's first 40, so that
 * a leak between organizations would show. `today` is YYYY-MM-DD.
 */
export function buildNorthgate({ today }: { today: string }): DemoOrganization {
  return buildOrganization(NORTHGATE, today);
}
