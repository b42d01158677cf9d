import type { TenantArgs } from '~/http/tenant-route.server';
import { peerWords } from '~/modules/assessments/domain/peer-words';
import { ratedPerson } from '~/modules/assessments/queries/rated-person';
import { leftOutInWords } from '~/modules/assessments/ui/rating-words';
import { countIn, cycleOf } from '../o.$org.assess._index/grid-state.server';

const DONE_WORDS: Readonly<Record<string, string>> = {
  save: 'Saved as a draft. It counts once you submit it.',
  submit: 'Submitted. The ratings count from today.',
  withdraw: 'Withdrawn. The ratings count no more.',
};

function doneInWords(url: URL): string | null {
  const done = DONE_WORDS[url.searchParams.get('done') ?? ''];
  return done ? `${done} ${leftOutInWords(countIn(url, 'left') ?? 0)}`.trim() : null;
}

/** One person whom the viewer rates. */
export async function personState({ ctx, viewer, params, url }: TenantArgs) {
  const cycleId = cycleOf(url.searchParams.get('cycle') ?? '');
  const { person, cycle, dimensions, statements, raterId } = await ratedPerson(ctx, viewer, {
    employeeId: params['employee'] ?? '',
    cycleId,
  });
  const base = `/o/${viewer.organization.slug}`;
  return {
    ...{ person, dimensions, statements, base },
    own: person.employeeId === raterId,
    cycle: cycle && { cycleId: cycle.cycleId, name: cycle.name },
    asPeer: cycle && person.raterKind === 'peer' ? peerWords(cycle) : null,
    query: cycleId === null ? '?cycle=own' : `?cycle=${cycleId}`,
    organization: viewer.organization.name,
    done: doneInWords(url),
  };
}
