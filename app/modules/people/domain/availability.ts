/** Why somebody is not available, as far as planning needs it; no reason is stored. */
export const ABSENCES = ['long_absence', 'under_notice'] as const;
export type Absence = (typeof ABSENCES)[number];

/** Whether somebody can be counted on, in one word. `unavailable`: not available, and not said why. */
export const AVAILABILITIES = ['available', 'unavailable', ...ABSENCES] as const;
export type Availability = (typeof AVAILABILITIES)[number];

export const AVAILABILITY_LABELS: Readonly<Record<Availability, string>> = {
  available: 'Available',
  unavailable: 'Not available',
  long_absence: 'Long absence',
  under_notice: 'Under notice',
};

interface AvailabilityFacts {
  readonly available: boolean;
  readonly absence: Absence | null;
}

/** The one word for what is stored. */
export function availabilityOf({ available, absence }: AvailabilityFacts): Availability {
  if (available) return 'available';
  return absence ?? 'unavailable';
}

/** What is stored for the word. */
export function availabilityFacts(availability: Availability): AvailabilityFacts {
  if (availability === 'available') return { available: true, absence: null };
  return { available: false, absence: availability === 'unavailable' ? null : availability };
}
