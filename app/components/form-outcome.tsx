import { useNavigation } from '@remix-run/react';
import { useEffect } from 'react';
import { Notice } from './notice';

interface FormOutcomeProps {
  /** Why the form was refused. */
  readonly refused: string | undefined;
  /** What the form before did, in words; not shown beside a refusal. */
  readonly done: string | null | undefined;
}

/**
 * What became of the form that was sent, announced above the page's content; nothing when none was. A refusal comes into
 * sight, however far down the form was sent.
 */
export function FormOutcome({ refused, done }: FormOutcomeProps) {
  const isIdle = useNavigation().state === 'idle';
  useEffect(() => {
    if (refused && isIdle)
      document.querySelector('.notice[role="alert"]')?.scrollIntoView({ block: 'nearest' });
  }, [refused, isIdle]);
  if (refused) {
    return (
      <Notice tone="bad" announce>
        {refused}
      </Notice>
    );
  }
  return done ? (
    <Notice tone="good" announce>
      {done}
    </Notice>
  ) : null;
}
