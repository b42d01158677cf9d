import type { RoleBand } from '~/modules/people/domain/role-band';

/** A kind of post: the titles in use for it, and the occupation and band that were confirmed for it. */
export interface Role {
  readonly titles: readonly string[];
  /** Null: the title has not been mapped to an occupation. */
  readonly occupation: { readonly soc: string; readonly band: RoleBand } | null;
}

function role(soc: string, band: RoleBand, titles: readonly string[]): Role {
  return { titles, occupation: { soc, band } };
}

const MANAGER = '11-3013.01';
const SPECIALIST = '13-1199.07';
const SUPERVISOR = '33-1091.00';
const INVESTIGATOR = '33-9021.00';
const GUARD = '33-9032.00';
const OPERATOR = '43-5031.00';

/** The posts of the demo organizations, by key. */
export const ROLES = {
  top: role(MANAGER, 4, ['Managing Director']),
  operations_chief: role(MANAGER, 4, ['Chief Operating Officer']),
  risk_chief: role(MANAGER, 4, ['Chief Risk Officer']),
  office_chief: role(SPECIALIST, 3, ['Chief of Staff']),
  regional_director: role(MANAGER, 4, ['Regional Security Director']),
  function_head: role(MANAGER, 3, ['Head of Department']),
  site_manager: role(MANAGER, 3, ['Site Security Manager', 'Port Facility Security Officer']),
  deputy: role(MANAGER, 3, ['Deputy Site Security Manager']),
  assistant: role(MANAGER, 2, ['Assistant Security Manager', 'Duty Security Manager']),
  senior_supervisor: role(SUPERVISOR, 3, ['Senior Shift Supervisor', 'Chief Supervisor Security']),
  supervisor: role(SUPERVISOR, 2, ['Shift Supervisor', 'Security Supervisor', 'Team Leader Security']),
  instructor: role(SUPERVISOR, 3, ['Security Instructor', 'Drill and Exercise Lead']),
  guard_1: role(GUARD, 1, ['Security Officer', 'Port Security Guard', 'Gate Guard', 'Security Guard']),
  guard_2: role(GUARD, 2, ['Security Officer II', 'Terminal Security Officer', 'Patrol Officer']),
  guard_3: role(GUARD, 3, ['Senior Security Officer', 'Lead Patrol Officer']),
  jetty_guard: role(GUARD, 2, ['Jetty Security Officer']),
  gatehouse: { titles: ['Gatehouse Operative', 'Gate House Operative'], occupation: null },
  operator_1: role(OPERATOR, 1, ['Control Room Operator', 'CCTV Operator']),
  operator_2: role(OPERATOR, 2, ['Control Room Operator', 'Dispatcher', 'Port Control Operator']),
  operator_lead: role(OPERATOR, 3, ['Senior Control Room Operator', 'Control Room Lead']),
  investigator: role(INVESTIGATOR, 2, ['Investigator', 'Cargo Crime Investigator', 'Inquiry Officer']),
  senior_investigator: role(INVESTIGATOR, 3, ['Senior Investigator']),
  investigations_head: role(INVESTIGATOR, 4, ['Head of Investigations']),
  specialist: role(SPECIALIST, 2, ['Security Specialist', 'Security Analyst', 'Security Planner']),
  senior_specialist: role(SPECIALIST, 3, ['Senior Security Specialist', 'Security Systems Lead']),
  specialists_head: role(SPECIALIST, 4, ['Head of Risk and Systems']),
  liaison: role(SPECIALIST, 3, ['Maritime Liaison Officer']),
  people_partner: { titles: ['People Partner'], occupation: null },
  support: {
    titles: ['Payroll Coordinator', 'Fleet Mechanic', 'IT Support Technician', 'Finance Controller'],
    occupation: null,
  },
} as const satisfies Readonly<Record<string, Role>>;

export type RoleKey = keyof typeof ROLES;
