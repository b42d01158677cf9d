import type { Posting, TeamSpec } from './team-tree';

function shift(name: string, guards: number): TeamSpec {
  return { name, head: 'supervisor', staff: [['guards', guards]] };
}

function room(site: string, operators: number): TeamSpec {
  return { name: site, site, head: 'operator_lead', staff: [['operators', operators]] };
}

function port(name: string, staff: readonly Posting[], teams: readonly TeamSpec[]): TeamSpec {
  return { name, site: name, head: 'site_manager', staff, teams };
}

/** A container terminal with its gates in two shifts, four levels under the region. */
function containerTerminal(day: number, night: number, more: readonly TeamSpec[]): TeamSpec {
  const gates: TeamSpec = {
    name: 'Gate and Landside',
    head: 'senior_supervisor',
    teams: [shift('Day Shift', day), shift('Night Shift', night)],
  };
  return { name: 'Container Terminal', head: 'senior_supervisor', teams: [gates, ...more] };
}

const WEST: TeamSpec = {
  name: 'Terminal Operations West',
  site: 'Antwerp',
  head: 'regional_director',
  staff: [['specialist', 2]],
  teams: [
    port(
      'Rotterdam',
      [
        ['deputy', 1],
        ['assistant', 1],
      ],
      [
        containerTerminal(10, 9, [shift('Quayside', 10)]),
        shift('Ferry Terminal', 9),
        shift('Perimeter Patrol', 11),
      ],
    ),
    port(
      'Antwerp',
      [['deputy', 1]],
      [
        shift('Breakbulk Quay', 9),
        shift('Gate and Landside', 10),
        shift('Chemicals Basin', 8),
        { name: 'River Gatehouses', head: 'supervisor', staff: [['gatehouse', 6]] },
      ],
    ),
  ],
};

const NORTH: TeamSpec = {
  name: 'Terminal Operations North',
  site: 'Hamburg',
  head: 'regional_director',
  staff: [['specialist', 1]],
  teams: [
    port(
      'Hamburg',
      [
        ['deputy', 2],
        ['assistant', 2],
      ],
      [containerTerminal(9, 9, []), shift('Cruise Terminal', 9)],
    ),
    port(
      'Gdańsk',
      [['deputy', 1]],
      [
        { name: 'Liquid Bulk Jetty', head: 'supervisor', staff: [['jetty_guard', 6]] },
        shift('Deep Water Terminal', 11),
        shift('Rail Yard', 9),
      ],
    ),
  ],
};

const CHANNEL: TeamSpec = {
  name: 'Terminal Operations Channel and South',
  site: 'Felixstowe',
  head: 'regional_director',
  staff: [['specialist', 1]],
  teams: [
    port(
      'Felixstowe',
      [
        ['deputy', 1],
        ['assistant', 1],
      ],
      [shift('North Quay', 11), shift('Gate and Landside', 10), shift('Empty Depot', 7)],
    ),
    port(
      'Algeciras',
      [
        ['deputy', 1],
        ['assistant', 2],
      ],
      [shift('Transhipment Quay', 12), shift('Passenger Terminal', 10), shift('Strait Gate', 7)],
    ),
  ],
};

const RISK_AND_SYSTEMS: TeamSpec = {
  name: 'Risk and Systems',
  site: 'Antwerp',
  head: 'specialists_head',
  staff: [['specialist', 2]],
  teams: [
    { name: 'Risk Analysis', head: 'senior_specialist', staff: [['specialist', 7]] },
    { name: 'Audit and Certification', head: 'senior_specialist', staff: [['specialist', 8]] },
    { name: 'Access Systems', site: 'Felixstowe', head: 'senior_specialist', staff: [['specialist', 7]] },
    { name: 'Video and Sensors', site: 'Hamburg', head: 'senior_specialist', staff: [['specialist', 7]] },
  ],
};

const INVESTIGATIONS: TeamSpec = {
  name: 'Investigations',
  site: 'Antwerp',
  head: 'investigations_head',
  teams: [
    { name: 'Cargo Crime', head: 'senior_investigator', staff: [['investigator', 7]] },
    {
      name: 'Internal Inquiries',
      site: 'Hamburg',
      head: 'senior_investigator',
      staff: [['investigator', 6]],
    },
    {
      name: 'Background Checks',
      site: 'Felixstowe',
      head: 'senior_investigator',
      staff: [['investigator', 6]],
    },
  ],
};

/** The teams of Harbourline: ten at the top, five levels at the deepest. */
export const HARBOURLINE_TEAMS: readonly TeamSpec[] = [
  {
    name: 'Executive Office',
    site: 'Antwerp',
    head: 'top',
    staff: [
      ['operations_chief', 1],
      ['risk_chief', 1],
      ['office_chief', 1],
      ['specialist', 2],
    ],
  },
  WEST,
  NORTH,
  CHANNEL,
  {
    name: 'Control Rooms',
    site: 'Antwerp',
    head: 'function_head',
    staff: [['operator_lead', 1]],
    teams: [
      room('Rotterdam', 9),
      room('Antwerp', 7),
      room('Hamburg', 9),
      room('Gdańsk', 7),
      room('Felixstowe', 9),
      room('Algeciras', 7),
    ],
  },
  INVESTIGATIONS,
  RISK_AND_SYSTEMS,
  {
    name: 'Mobile Response',
    site: 'Antwerp',
    head: 'function_head',
    teams: [
      { ...shift('Scheldt Response', 11), site: 'Antwerp' },
      { ...shift('Elbe Response', 10), site: 'Hamburg' },
      { ...shift('Dog Unit', 7), site: 'Felixstowe' },
    ],
  },
  {
    name: 'People and Training',
    site: 'Antwerp',
    head: 'function_head',
    staff: [
      ['people_partner', 2],
      ['instructor', 7],
      ['support', 8],
    ],
  },
  { name: 'Maritime Liaison', site: 'Hamburg', head: 'senior_specialist', staff: [['liaison', 2]] },
];
