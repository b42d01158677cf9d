const WORDS: Readonly<Record<string, string>> = {
  name: 'Name',
  email: 'E-mail',
  kind: 'Kind of worker',
  startedOn: 'First day',
  endedOn: 'Day of leaving',
  title: 'Title',
  team: 'Team',
  site: 'Site',
  managerExternalId: 'Manager',
  status: 'Status',
  available: 'Available',
  absence: 'Absence',
  periods: 'Days of periods',
  occupations: 'Occupations',
};

/** The words for a field of a difference. */
export function fieldWords(field: string): string {
  return WORDS[field] ?? field;
}
