import { useRevalidator } from '@remix-run/react';
import { useEffect } from 'react';

const USUAL_MS = 2_000;

/** Reads the page's data again every two seconds, or so many milliseconds, while something is on its way. */
export function useRefreshWhile(waiting: boolean, everyMs = USUAL_MS): void {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    if (!waiting) return;
    const timer = setInterval(revalidate, everyMs);
    return () => clearInterval(timer);
  }, [waiting, revalidate, everyMs]);
}
