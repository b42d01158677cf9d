/** What people call the columns. */
export const OBSERVATION_FIELDS = [
  { field: 'observed_on', label: 'Day' },
  { field: 'event', label: 'Drill or review' },
  { field: 'employee_external_id', label: 'Personnel number' },
  { field: 'dimension', label: 'Dimension' },
  { field: 'outcome', label: 'Outcome' },
  { field: 'observer_external_id', label: 'Personnel number of the observer' },
  { field: 'note', label: 'Note' },
] as const;
