/** What people call the columns. */
export const POSITION_FIELDS = [
  { field: 'external_id', label: 'Number of the position' },
  { field: 'title', label: 'Title' },
  { field: 'team', label: 'Team' },
  { field: 'site', label: 'Site' },
  { field: 'occupation', label: 'Occupation code' },
  { field: 'role_band', label: 'Role band' },
  { field: 'critical', label: 'Critical' },
  { field: 'incumbent_external_id', label: 'Personnel number of who holds it' },
  { field: 'horizon', label: 'Horizon' },
] as const;
