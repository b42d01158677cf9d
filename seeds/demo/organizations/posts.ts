import type { PostSpec } from './organization-spec';

const MANAGER = { occupation: '11-3013.01', band: 3 } as const;
const SUPERVISOR = { occupation: '33-1091.00', band: 2 } as const;
const NORTH = 'Terminal Operations North';
const WEST = 'Terminal Operations West';
const SOUTH = 'Terminal Operations Channel and South';

/** The critical posts of Harbourline: most with a written profile, one in part, two without, one vacant. */
export const HARBOURLINE_POSTS: readonly PostSpec[] = [
  {
    ...MANAGER,
    title: 'Site Security Manager Hamburg',
    team: `${NORTH} / Hamburg`,
    seat: 0,
    profile: 'full',
    horizon: 'under_1:told',
  },
  {
    ...MANAGER,
    title: 'Site Security Manager Gdańsk',
    team: `${NORTH} / Gdańsk`,
    seat: 0,
    profile: 'full',
    horizon: '1_to_3:contract_end',
  },
  {
    ...MANAGER,
    title: 'Site Security Manager Rotterdam',
    team: `${WEST} / Rotterdam`,
    seat: 0,
    profile: 'full',
  },
  { ...MANAGER, title: 'Site Security Manager Antwerp', team: `${WEST} / Antwerp`, seat: 0, profile: 'part' },
  {
    ...MANAGER,
    title: 'Site Security Manager Felixstowe',
    team: `${SOUTH} / Felixstowe`,
    seat: 0,
    profile: 'full',
    horizon: 'over_3:told',
  },
  {
    ...MANAGER,
    title: 'Site Security Manager Algeciras',
    team: `${SOUTH} / Algeciras`,
    seat: 0,
    profile: 'full',
    horizon: '1_to_3:planned_move',
  },
  { ...MANAGER, title: 'Head of Control Rooms', team: 'Control Rooms', seat: 0, profile: 'none' },
  { ...MANAGER, title: 'Head of Mobile Response', team: 'Mobile Response', seat: 0, profile: 'none' },
  {
    ...SUPERVISOR,
    title: 'Jetty Supervisor Gdańsk',
    team: `${NORTH} / Gdańsk / Liquid Bulk Jetty`,
    seat: 0,
    profile: 'full',
  },
  { ...MANAGER, title: 'Port Security Coordinator North', team: NORTH, profile: 'full' },
];

/** The critical posts of Northgate. */
export const NORTHGATE_POSTS: readonly PostSpec[] = [
  {
    ...SUPERVISOR,
    title: 'Night Supervisor',
    team: 'Campus Patrol / Night',
    seat: 0,
    profile: 'none',
    horizon: '1_to_3:told',
  },
  { ...SUPERVISOR, title: 'Depot Supervisor', team: 'Canal Depot', seat: 0, profile: 'none' },
];
