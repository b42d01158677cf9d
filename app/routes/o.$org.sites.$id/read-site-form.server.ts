import { readFields } from '~/http/read-fields.server';
import { InvalidInput } from '~/shared/errors';
import { isId } from '../o.$org.teams.$id/team-ids';

/** What the forms of a site's page ask for. */
export type SiteForm =
  | { readonly intent: 'rename'; readonly name: string; readonly seen: string }
  | { readonly intent: 'merge'; readonly into: string; readonly seen: number }
  | { readonly intent: 'remove' };

/** Throws InvalidInput for a form that is none of the page's. */
export async function readSiteForm(request: Request): Promise<SiteForm> {
  const { one } = await readFields(request, { single: ['intent', 'name', 'into', 'seen', 'sure'] });
  const { intent, name, into, seen, sure } = one;
  if (intent === 'rename') return { intent, name, seen };
  if (intent === 'remove') return { intent };
  if (intent !== 'merge' || !/^\d{1,9}$/.test(seen))
    throw new InvalidInput('The form could not be read. Open the page again and send it once more.');
  if (!isId(into)) throw refusal('/into', 'Choose the site that stays.');
  if (sure !== 'yes') throw refusal('/sure', 'Say that you are sure: a merge cannot be undone.');
  return { intent, into, seen: Number(seen) };
}

function refusal(pointer: string, detail: string): InvalidInput {
  return new InvalidInput(detail, [{ pointer, detail }]);
}
