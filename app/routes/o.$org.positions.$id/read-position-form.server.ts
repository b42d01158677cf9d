import { readFields } from '~/http/read-fields.server';
import { HORIZON_SOURCES, HORIZONS, type KnownHorizon } from '~/modules/people/domain/horizon';
import { isDay } from '~/shared/calendar-day';
import { InvalidInput } from '~/shared/errors';

/** What the forms on the page of a post ask for. */
export type PositionWish =
  | { readonly intent: 'fill'; readonly number: string; readonly from: string }
  | { readonly intent: 'vacate' | 'close'; readonly from: string }
  | { readonly intent: 'reopen' }
  | { readonly intent: 'horizon'; readonly horizon: KnownHorizon | null };

/** Reads one of the forms. Throws InvalidInput with the field. */
export async function readPositionForm(request: Request): Promise<PositionWish> {
  const { one } = await readFields(request, { single: ['intent', 'number', 'from', 'horizon', 'source'] });
  const { intent } = one;
  if (intent === 'reopen') return { intent };
  if (intent === 'horizon') return { intent, horizon: horizonOf(one) };
  const from = one.from.trim();
  if (!isDay(from) || from < '1900-01-01' || from > '2199-12-31')
    refuse('from', 'Give a day as YYYY-MM-DD, from 1900 to 2199.');
  if (intent === 'vacate' || intent === 'close') return { intent, from };
  if (intent !== 'fill') refuse('intent', 'The form could not be read. Open the page again.');
  const number = one.number.trim();
  if (number === '') refuse('number', 'Say who takes the post.');
  return { intent, number, from };
}

function horizonOf({ horizon, source }: { readonly horizon: string; readonly source: string }) {
  if (horizon === '') return null;
  const known = HORIZONS.find((one) => one === horizon);
  const by = HORIZON_SOURCES.find((one) => one === source);
  if (!known) refuse('horizon', 'Choose one of the horizons.');
  if (!by) refuse('source', 'Say how it is known.');
  return { horizon: known, source: by };
}

function refuse(pointer: string, detail: string): never {
  throw new InvalidInput(detail, [{ pointer, detail }]);
}
