/** Codes and titles of the occupations that Cadre starts with: facts of the SOC, no text of anybody's. */
export const REFERENCE_OCCUPATIONS: readonly {
  readonly soc: string;
  readonly title: string;
  readonly group: string;
}[] = [
  { soc: '11-3013.01', title: 'Security Managers', group: 'Management' },
  { soc: '13-1199.07', title: 'Security Management Specialists', group: 'Business and Financial Operations' },
  { soc: '33-1091.00', title: 'First-Line Supervisors of Security Workers', group: 'Protective Service' },
  { soc: '33-9021.00', title: 'Private Detectives and Investigators', group: 'Protective Service' },
  { soc: '33-9032.00', title: 'Security Guards', group: 'Protective Service' },
  { soc: '43-5031.00', title: 'Public Safety Telecommunicators', group: 'Office and Administrative Support' },
];
