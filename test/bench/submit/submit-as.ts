import { setTimeout as pause } from 'node:timers/promises';
import { type Raters, ratedBy } from './grow-raters';
import { personId } from './person-id';

interface Submission {
  readonly baseUrl: string;
  readonly cookie: string;
  readonly raters: Raters;
  /** The rater's number. */
  readonly rater: number;
  /** The form is sent twice at once, as by a double click. */
  readonly twice: boolean;
  /** Told when the server was too busy, and the form is sent again. */
  readonly busy: () => void;
}

const BUSY_PAUSE_MS = 200;

/** Sends the form of the rater's grid, as a browser without script does; milliseconds until it is answered. */
export async function submitAs({ baseUrl, cookie, raters, rater, twice, busy }: Submission): Promise<number> {
  const form = new URLSearchParams({ cycle: raters.cycleId });
  for (const number of ratedBy(rater, raters.people)) form.append('person', personId(number));
  const begun = performance.now();
  const post = async (): Promise<void> => {
    const answer = await fetch(`${baseUrl}/o/bench/assess`, {
      method: 'POST',
      headers: { Origin: baseUrl, Cookie: cookie },
      body: form,
      redirect: 'manual',
    });
    await answer.arrayBuffer();
    if (answer.status === 503) {
      busy();
      await pause(BUSY_PAUSE_MS);
      return post();
    }
    if (answer.status !== 302) throw new Error(`rater ${rater} was answered ${answer.status}`);
  };
  await Promise.all(twice ? [post(), post()] : [post()]);
  return performance.now() - begun;
}
