export const ROLES = ['owner', 'admin', 'hr_partner', 'director', 'executive', 'employee'] as const;
/** What a membership or a token may do in one organization (product.md, Roles). */
export type Role = (typeof ROLES)[number];

export const ROLE_LABELS: Readonly<Record<Role, string>> = {
  owner: 'Owner',
  admin: 'Administrator',
  hr_partner: 'HR partner',
  director: 'Director',
  executive: 'Executive',
  employee: 'Employee',
};

/** Rights beside the role. bench:names: may see who stands on the bench, where the role alone shows totals. */
export const GRANTS = ['bench:names'] as const;
export type Grant = (typeof GRANTS)[number];
