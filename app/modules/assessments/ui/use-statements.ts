import { useEffect, useState } from 'react';
import type { TickStatement } from './statement-ticks';

export type StatementsBySoc = Readonly<Record<string, readonly TickStatement[]>>;

interface Wanted {
  /** Where statements are asked for. */
  readonly address: string;
  readonly cycleId: string | null;
  readonly soc: string | null;
}

/** The statements of the occupations that the rater came by; null while those wanted are on their way. */
export function useStatements(
  given: StatementsBySoc,
  { address, cycleId, soc }: Wanted,
): readonly TickStatement[] | null {
  const [known, setKnown] = useState(given);
  const here = soc === null ? [] : known[soc];
  useEffect(() => {
    if (soc === null || here !== undefined) return;
    const query = new URLSearchParams({ soc, ...(cycleId === null ? {} : { cycle: cycleId }) });
    const stop = new AbortController();
    fetch(`${address}?${query}`, { signal: stop.signal })
      .then((response) => (response.ok ? response.json() : null))
      .then((answer: { statements: TickStatement[] } | null) => {
        if (answer) setKnown((before) => ({ ...before, [soc]: answer.statements }));
      })
      .catch(() => {});
    return () => stop.abort();
  }, [address, cycleId, soc, here]);
  return here ?? null;
}
