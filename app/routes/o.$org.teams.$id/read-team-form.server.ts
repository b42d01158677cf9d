import { readFields } from '~/http/read-fields.server';
import { InvalidInput } from '~/shared/errors';
import { readParent } from './team-ids';

/** What the forms of a team's page ask for; seen: the tree's revision that the page showed. */
export type TeamForm = { readonly seen: string } & (
  | { readonly intent: 'rename'; readonly name: string }
  | { readonly intent: 'close'; readonly from: string }
  | { readonly intent: 'reopen'; readonly from: string; readonly parentId: string | null }
  | { readonly intent: 'withdraw'; readonly day: string }
);

/** Throws InvalidInput for a form that is none of the page's. */
export async function readTeamForm(request: Request): Promise<TeamForm> {
  const { one } = await readFields(request, { single: ['intent', 'seen', 'name', 'from', 'parent', 'day'] });
  const { intent, seen, name, from, parent, day } = one;
  if (intent === 'rename') return { intent, seen, name };
  if (intent === 'close') return { intent, seen, from };
  if (intent === 'reopen') return { intent, seen, from, parentId: readParent(parent) };
  if (intent === 'withdraw') return { intent, seen, day };
  throw new InvalidInput('The form could not be read. Open the page again and send it once more.');
}
