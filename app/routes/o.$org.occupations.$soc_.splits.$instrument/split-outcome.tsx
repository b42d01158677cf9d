import { Notice } from '~/components/notice';
import type { SplitAnswer } from '~/modules/frameworks/commands/confirm-splits';
import type { FieldError } from '~/shared/errors';

/** Why nothing was confirmed. */
export interface Refusal {
  readonly reason: string;
  /** By identity of the statement. */
  readonly errors: readonly FieldError[];
  /** What stood in the fields. */
  readonly answers: readonly SplitAnswer[];
}

interface SplitOutcomeProps {
  /** How many statements were just confirmed. */
  readonly done: number;
  readonly refusal: Refusal | null;
}

/** What became of the last answer. */
export function SplitOutcome({ done, refusal }: SplitOutcomeProps) {
  if (refusal) {
    return (
      <Notice tone="bad" title={refusal.reason} announce>
        {refusal.errors.length === 0 ? null : `See the ${refusal.errors.length} marked below.`}
      </Notice>
    );
  }
  if (done <= 0) return null;
  return (
    <Notice tone="good" announce>
      {done === 1 ? '1 statement is confirmed.' : `${done} statements are confirmed.`}
    </Notice>
  );
}
