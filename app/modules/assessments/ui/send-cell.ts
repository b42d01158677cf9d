import type { RatingCell } from '../domain/rating-cell';
import type { WaitingCell } from '../domain/save-queue';

/** What became of a save. unreachable: it may have arrived or not. */
export type SendOutcome =
  | { readonly outcome: 'saved'; readonly cell: RatingCell }
  | { readonly outcome: 'conflict'; readonly cell: RatingCell }
  | { readonly outcome: 'refused'; readonly reason: string }
  | { readonly outcome: 'unreachable' }
  | { readonly outcome: 'signed-out' };

/** Sends one cell to the server; never throws. */
export async function sendCell(address: string, waiting: WaitingCell): Promise<SendOutcome> {
  const { cycleId, employeeId, dimension, key, revision, change } = waiting;
  try {
    const response = await fetch(address, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ cycleId, employeeId, dimension, key, revision, ...change }),
    });
    if (response.type === 'opaqueredirect' || response.status === 204) return { outcome: 'signed-out' };
    if (response.status >= 500 || response.status === 429) return { outcome: 'unreachable' };
    if (response.status === 200 || response.status === 409) return (await response.json()) as SendOutcome;
    const said = (await response.json().catch(() => ({}))) as { reason?: string };
    return { outcome: 'refused', reason: said.reason ?? 'This person is not yours to rate any more.' };
  } catch {
    return { outcome: 'unreachable' };
  }
}
