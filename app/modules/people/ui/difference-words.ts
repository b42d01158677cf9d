import { formatDay } from '~/shared/format-day';
import { ABSENCES, AVAILABILITY_LABELS } from '../domain/availability';
import { FIELD_LABELS } from '../domain/owned-fields';
import { EMPLOYEE_KIND_LABELS, EMPLOYMENT_STATUS_LABELS } from '../domain/person-labels';

/** A value before and after, as it is stored; null: none. */
export interface StoredDifference {
  readonly field: string;
  readonly from: string | null;
  readonly to: string | null;
}

const LABELS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  status: EMPLOYMENT_STATUS_LABELS,
  kind: EMPLOYEE_KIND_LABELS,
};

/**
 * Differences of a person in the words of the forms, such as "Availability: Available → Under notice": what is stored
 * as two values is one word there.
 */
export function differenceWords(differences: readonly StoredDifference[]): string[] {
  const absence = differences.find(({ field }) => field === 'absence');
  const available = differences.find(({ field }) => field === 'available');
  const others = differences.filter((one) => one !== absence && one !== available);
  const words = others.map(
    ({ field, from, to }) =>
      `${FIELD_LABELS[field] ?? 'Periods'}: ${valueWords(field, from)} → ${valueWords(field, to)}`,
  );
  if (!absence && !available) return words;
  const side = (end: 'from' | 'to') => availabilityWords(available?.[end] ?? null, absence?.[end] ?? null);
  return [...words, `${FIELD_LABELS['availability']}: ${side('from')} → ${side('to')}`];
}

function availabilityWords(available: string | null, absence: string | null): string {
  if (available === 'true') return AVAILABILITY_LABELS.available;
  const known = ABSENCES.find((one) => one === absence);
  return AVAILABILITY_LABELS[known ?? 'unavailable'];
}

function valueWords(field: string, value: string | null): string {
  if (value === null || value === '') return 'none';
  if (field === 'startedOn' || field === 'endedOn') return formatDay(value);
  return LABELS[field]?.[value] ?? value;
}
