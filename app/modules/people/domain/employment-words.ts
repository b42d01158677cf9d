/** Words of the employees file and of the API for what somebody is; small enough for a page's script. */
export const EMPLOYMENT_STATUSES = ['active', 'leave', 'left'] as const;
export type EmploymentStatus = (typeof EMPLOYMENT_STATUSES)[number];
export const EMPLOYEE_KINDS = ['employee', 'agency', 'contractor'] as const;
export type EmployeeKind = (typeof EMPLOYEE_KINDS)[number];
