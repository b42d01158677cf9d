import { RATED, type Raters } from './grow-raters';

interface Call {
  readonly baseUrl: string;
  readonly token: string;
  readonly raters: Raters;
  readonly day: string;
}

const MOST = 10_000;

/** Sends as many ratings as a call of the API takes, twice; milliseconds of the first and of the second. */
export async function postRatings({ baseUrl, token, raters, day }: Call): Promise<[number, number]> {
  const people = Math.min(raters.people, Math.floor(MOST / RATED.length));
  const items = Array.from({ length: people }, (_, at) => ({
    employeeExternalId: `E${at + 1}`,
    rater: 'peer',
    raterExternalId: `E${((at + 1) % people) + 1}`,
    assessedOn: day,
    ratings: RATED.map((dimension) => ({ dimension, level: at % 5 })),
  }));
  const send = async (status: string) => {
    const begun = performance.now();
    const answer = await fetch(`${baseUrl}/api/v1/assessments`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ items }),
    });
    const body = (await answer.json()) as { items?: { status: string }[] };
    if (!body.items?.every((item) => item.status === status))
      throw new Error(`ratings were answered ${answer.status}, not all of them ${status}`);
    return performance.now() - begun;
  };
  return [await send('created'), await send('unchanged')];
}
