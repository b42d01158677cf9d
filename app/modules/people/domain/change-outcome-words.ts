import { formatDay } from '~/shared/format-day';

/** What became of a change of many people, or from which day it will hold: until then everybody is as before. */
export function changeOutcomeWords(
  { changed, unchanged }: { readonly changed: number; readonly unchanged: number },
  { from, today }: { readonly from: string; readonly today: string },
): string {
  const people = `${changed.toLocaleString('en')} ${changed === 1 ? 'person' : 'people'}`;
  if (from > today)
    return `${people} will change on ${formatDay(from)}, ${unchanged.toLocaleString('en')} will be so already. Until then it is planned, and can be withdrawn on the page of each person.`;
  return `${people} ${changed === 1 ? 'was' : 'were'} changed, ${unchanged.toLocaleString('en')} ${unchanged === 1 ? 'was' : 'were'} so already.`;
}
