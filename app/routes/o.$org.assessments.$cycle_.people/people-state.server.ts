import type { TenantArgs } from '~/http/tenant-route.server';
import { findCyclePeople } from '~/modules/assessments/queries/find-cycle-people';
import { listNonRaters } from '~/modules/organizations/queries/list-non-raters';

const DONE = ['added', 'removed', 'extended'] as const;
const DONE_WORDS = {
  added: 'The person is in the cycle, and is told so by a letter.',
  removed: 'The person is no longer in the cycle.',
  extended: 'The end of the person is saved.',
};

/** What the page shows: the people found, and how far each is. */
export async function peopleState({ ctx, viewer, params, url, context }: TenantArgs) {
  const query = (url.searchParams.get('find') ?? '').toWellFormed().replaceAll('\0', '').slice(0, 200).trim();
  const nonRaters = await listNonRaters(context.database, viewer.organization.id);
  const found = await findCyclePeople(ctx, viewer, { cycleId: params['cycle'] ?? '', query, nonRaters });
  const { cycleId, name, state, closesOn, raterKinds } = found.cycle;
  const done = DONE.find((key) => url.searchParams.has(key));
  return {
    ...{ query, today: found.today, people: found.people, isCut: found.isCut },
    cycle: { cycleId, name, state, closesOn, raterKinds },
    done: done ? DONE_WORDS[done] : null,
    organization: viewer.organization.name,
    base: `/o/${viewer.organization.slug}`,
  };
}
