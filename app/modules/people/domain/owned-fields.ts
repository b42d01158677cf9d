/** Fields of a person that Cadre can own, as the differences of a change name them: imports then leave them. */
export const OWNABLE_FIELDS = [
  'name',
  'email',
  'title',
  'team',
  'managerExternalId',
  'site',
  'occupations',
  'status',
  'kind',
  'startedOn',
  'endedOn',
  'available',
] as const;
export type OwnableField = (typeof OWNABLE_FIELDS)[number];

/** Whether the text names such a field. */
export function isOwnable(field: string): field is OwnableField {
  return (OWNABLE_FIELDS as readonly string[]).includes(field);
}

const SAME: Readonly<Record<string, OwnableField>> = {
  absence: 'available',
  availability: 'available',
  roleBand: 'occupations',
};

/** The ownable field that a field of a change, or of a difference, belongs to. */
export function ownedFieldOf(field: string): OwnableField | null {
  const name = SAME[field] ?? field;
  return isOwnable(name) ? name : null;
}

/** Fields as the pages name them. */
export const FIELD_LABELS: Readonly<Record<string, string>> = {
  name: 'Name',
  email: 'E-mail address',
  title: 'Title',
  team: 'Team',
  managerExternalId: 'Manager',
  site: 'Site',
  occupations: 'Occupations',
  status: 'Status',
  kind: 'Kind',
  startedOn: 'Start',
  endedOn: 'Left from',
  available: 'Available',
  absence: 'Kind of absence',
  availability: 'Availability',
};
