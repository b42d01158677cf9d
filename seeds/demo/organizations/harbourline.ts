import { type Dimension, DURABLE_DIMENSIONS } from '~/modules/frameworks/domain/dimension';
import { buildOrganization } from './build-organization';
import type { DemoOrganization } from './demo-organization';
import { HARBOURLINE_TEAMS } from './harbourline-teams';
import type { AbilityPattern, CastMember, OrganizationSpec } from './organization-spec';
import { HARBOURLINE_POSTS } from './posts';
import { HARBOURLINE_SITES } from './sites';
import { GUARD_TARGETS, MANAGER_TARGETS, SUPERVISOR_TARGETS } from './targets';

const HAMBURG = 'Terminal Operations North / Hamburg';
const HAMBURG_DAY = `${HAMBURG} / Container Terminal / Gate and Landside / Day Shift`;
const JETTY = 'Terminal Operations North / Gdańsk / Liquid Bulk Jetty';
const ALGECIRAS = 'Terminal Operations Channel and South / Algeciras';
const WITHOUT_AI: readonly Dimension[] = [...DURABLE_DIMENSIONS, 'mastery'];

/** One person on the jetty masters the work; Hamburg has successors for its manager, Algeciras has none. */
const PATTERNS: readonly AbilityPattern[] = [
  { team: JETTY, dimensions: ['mastery'], cap: 1, exception: { index: 2, level: 3 } },
  { team: HAMBURG, roles: ['deputy', 'assistant'], dimensions: WITHOUT_AI, lift: 0.5, floor: 3 },
  { team: HAMBURG, roles: ['deputy', 'assistant'], dimensions: ['ai_use'], floor: 2 },
  {
    team: ALGECIRAS,
    roles: ['deputy', 'assistant'],
    dimensions: ['leadership', 'critical_thinking'],
    cap: 2,
  },
];

const CAST: readonly CastMember[] = [
  { role: 'owner', name: 'Tobias Wennekesloot', seat: { team: 'Executive Office', index: 1 } },
  { role: 'admin', name: 'Jorien Abenakker', seat: null },
  { role: 'hr_partner', name: 'Nilüfer Haddadian', seat: { team: 'People and Training', index: 1 } },
  {
    role: 'director',
    name: 'Karolina Brandstedt',
    seat: { team: 'Terminal Operations North', index: 0 },
    teamPath: 'Terminal Operations North',
  },
  { role: 'executive', name: 'Margarida Adeyinkar', seat: { team: 'Executive Office', index: 0 } },
  { role: 'employee', name: 'Emre Holtkampen', seat: { team: HAMBURG_DAY, index: 0 } },
  { role: 'employee', name: 'Thảo Reinderts', seat: { team: HAMBURG_DAY, index: 4 } },
];

const HARBOURLINE: OrganizationSpec = {
  slug: 'demo',
  name: 'Harbourline',
  timeZone: 'Europe/Amsterdam',
  mailDomain: 'harbourline.example',
  teams: HARBOURLINE_TEAMS,
  sites: HARBOURLINE_SITES,
  cast: CAST,
  patterns: PATTERNS,
  aiPockets: ['Risk and Systems / Video and Sensors', 'Control Rooms / Gdańsk'],
  peerTeams: ['Investigations / Cargo Crime'],
  hardToRate: {
    team: 'Control Rooms / Felixstowe',
    dimensions: ['creativity', 'growth_mindset', 'mindfulness'],
  },
  calibratedRoles: ['regional_director', 'site_manager'],
  counts: { leave: 9, left: 6, newcomers: 9, promoted: 6, twoOccupations: 5, unavailable: 3 },
  targets: [...GUARD_TARGETS, ...SUPERVISOR_TARGETS, ...MANAGER_TARGETS],
  posts: HARBOURLINE_POSTS,
};

/**
 * Harbourline, the organization `demo`: about 420 people in port security, two cycles, a weak site (Rotterdam), a
 * single expert, a strong bench in Hamburg and none in Algeciras. `today` is YYYY-MM-DD.
 */
export function buildHarbourline({ today }: { today: string }): DemoOrganization {
  return buildOrganization(HARBOURLINE, today);
}
