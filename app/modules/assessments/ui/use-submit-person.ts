import { useFetcher } from '@remix-run/react';
import { useEffect, useState } from 'react';
import type { RatingCells } from './use-rating-cells';

interface Answer {
  readonly reason?: string;
  readonly submitted?: number;
  /** Ratings withdrawn meanwhile that are not in. */
  readonly leftOut?: number;
}

/** Submits one person once nothing of theirs waits to be saved; not at all while something of theirs is to be decided. */
export function useSubmitPerson(cells: RatingCells, cycleId: string | null) {
  const fetcher = useFetcher<Answer>();
  const [asked, setAsked] = useState<string | null>(null);
  const isReady = asked !== null && !cells.isWaiting(asked);

  // biome-ignore lint/correctness/useExhaustiveDependencies: sent once, when what was asked can be
  useEffect(() => {
    if (!isReady || asked === null) return;
    setAsked(null);
    cells.forgetSteps();
    fetcher.submit({ cycle: cycleId ?? 'own', person: asked, stay: 'yes' }, { method: 'post' });
  }, [isReady]);

  const isStuck = asked !== null && cells.hasConflict(asked);
  useEffect(() => {
    if (isStuck) setAsked(null);
  }, [isStuck]);

  const isSubmitting = asked !== null || fetcher.state !== 'idle';
  return { submit: setAsked, isSubmitting, answer: fetcher.state === 'idle' ? fetcher.data : undefined };
}
