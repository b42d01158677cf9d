import { tenantLoader } from '~/http/tenant-route.server';
import { findPersonChoice, findTeamChoice } from '~/modules/people/queries/find-choices';
import { getChangeDays } from '~/modules/people/queries/get-change-days';

const LONGEST = 200;

/** Teams or people that fit what somebody types in a form, in the words that the form understands. */
export const loader = tenantLoader({ permission: 'directory:write' }, async ({ ctx, url }) => {
  const query = (url.searchParams.get('query') ?? '').toWellFormed().replaceAll('\0', '').slice(0, LONGEST);
  if (query.trim() === '') return { options: [] };
  const { today } = await getChangeDays(ctx, null);
  const isTeam = url.searchParams.get('kind') === 'team';
  const { suggestions } = isTeam
    ? await findTeamChoice(ctx, query, today)
    : await findPersonChoice(ctx, query);
  return { options: suggestions };
});
