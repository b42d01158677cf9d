import type { ReactNode } from 'react';
import { ButtonLink } from '~/components/button';

interface LetterSentProps {
  /** Whether letters are written to a folder because no mail server is set. */
  readonly toOutbox: boolean;
  readonly children: ReactNode;
}

/** Says that a letter is on its way, and what to do when none comes. */
export function LetterSent({ toOutbox, children }: LetterSentProps) {
  return (
    <>
      <p role="status">{children}</p>
      <p className="field-hint">
        {toOutbox
          ? 'This installation has no mail server yet: its letters are files in the folder outbox of DATA_DIR, and the log of the worker says their links.'
          : 'No letter after some minutes? Look among what your mail took for advertisements, and whether the address was right.'}
      </p>
      <ButtonLink to="/login">Back to sign-in</ButtonLink>
    </>
  );
}
