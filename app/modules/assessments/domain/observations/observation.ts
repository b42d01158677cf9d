import type { Dimension } from '~/modules/frameworks/domain/dimension';
import type { DayText } from '~/shared/calendar-day';

/** What somebody showed of a dimension in a drill, or at work as a review found. */
export const OUTCOMES = ['demonstrated', 'partly', 'not_demonstrated'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const OUTCOME_WORDS: Readonly<Record<Outcome, string>> = {
  demonstrated: 'Demonstrated',
  partly: 'Partly',
  not_demonstrated: 'Not demonstrated',
};

/** Characters of the event's name and of a note. */
export const LONGEST_EVENT = 300;
export const LONGEST_NOTE = 2_000;

/** What is observed of one person: there is one at most for each person, dimension, day and event. */
export interface ObservationKey {
  readonly employeeId: string;
  readonly dimension: Dimension;
  readonly observedOn: DayText;
  /** The drill or review: "Evacuation drill, north gate". */
  readonly event: string;
}

export interface ObservationFacts extends ObservationKey {
  readonly outcome: Outcome;
  readonly note: string | null;
  /** Employee id of who saw it; null: not named. */
  readonly observerId: string | null;
}

/** The key as text. */
export function observationKey({ employeeId, dimension, observedOn, event }: ObservationKey): string {
  return JSON.stringify([employeeId, dimension, observedOn, event]);
}

/** "Evacuation drill: demonstrated. Led two teams out.", as evidence of a rating says it. */
export function observationInWords({
  event,
  outcome,
  note,
}: Pick<ObservationFacts, 'event' | 'outcome' | 'note'>): string {
  return [`${event}: ${OUTCOME_WORDS[outcome].toLowerCase()}.`, note].filter(Boolean).join(' ');
}
