import type { Dimension } from '~/modules/frameworks/domain/dimension';
import { textFault } from '~/modules/people/domain/cells';
import { InvalidInput } from '~/shared/errors';

/** open: waits for an answer. upheld: the rating stays. corrected: see the remedy. withdrawn: the person took it back. */
export const CONTEST_STATES = ['open', 'upheld', 'corrected', 'withdrawn'] as const;
export type ContestState = (typeof CONTEST_STATES)[number];

/** What becomes of a rating that is not upheld: another assessment is asked for, or the rating is withdrawn. */
export type ContestRemedy = 'reassess' | 'withdraw';

/** What somebody who answers can say. */
export const CONTEST_ANSWERS = ['upheld', 'reassess', 'withdraw'] as const;
export type ContestAnswer = (typeof CONTEST_ANSWERS)[number];

/** Answers in words, as the person reads them. */
export const CONTEST_ANSWER_WORDS: Readonly<Record<ContestAnswer, string>> = {
  upheld: 'The rating stays',
  reassess: 'Another assessment is asked for',
  withdraw: 'The rating is withdrawn',
};

/** Characters of what the person, or who answers, may say. */
export const LONGEST_CONTEST_TEXT = 2_000;

/** A rating, or the level of a dimension, that its person contests. */
export interface Contest {
  readonly contestId: string;
  readonly employeeId: string;
  readonly dimension: Dimension;
  /** The rating that is contested; of peers one for all of them. Null: the level, whatever it rests on. */
  readonly assessmentId: string | null;
  readonly statement: string;
  readonly state: ContestState;
  /** Only when corrected. */
  readonly remedy: ContestRemedy | null;
  readonly answer: string | null;
  /** Id of the user; null: not answered. */
  readonly answeredBy: string | null;
  readonly openedAt: Date;
  readonly endedAt: Date | null;
}

/** "Waits for an answer", "The rating stays" ... */
export function contestInWords({ state, remedy }: Pick<Contest, 'state' | 'remedy'>): string {
  if (state === 'open') return 'Waits for an answer';
  if (state === 'withdrawn') return 'Taken back';
  return CONTEST_ANSWER_WORDS[state === 'upheld' ? 'upheld' : (remedy ?? 'reassess')];
}

/** A text of a contest, trimmed, of 1 to 2,000 characters. Throws InvalidInput that names the field. */
export function contestText(text: string, pointer: 'statement' | 'answer'): string {
  const trimmed = text.replaceAll('\r\n', '\n').trim();
  const fault = trimmed === '' ? 'is empty.' : textFault(trimmed, LONGEST_CONTEST_TEXT, true);
  if (fault === null) return trimmed;
  const detail = trimmed === '' ? 'Say why, in 1 to 2,000 characters.' : `The text ${fault}`;
  throw new InvalidInput(detail, [{ pointer, detail }]);
}
