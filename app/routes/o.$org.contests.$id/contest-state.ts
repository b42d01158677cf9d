import type { TenantArgs } from '~/http/tenant-route.server';
import { getContestPage } from '~/modules/capability/queries/get-contest-page';
import { nameActor } from '~/modules/organizations/domain/audit/name-actor';
import { listActors } from '~/modules/organizations/queries/list-actors';

/** What the page of one contest shows; ids of assessments stay on the server. */
export async function contestState({ ctx, viewer, reach, params, context }: TenantArgs) {
  const page = await getContestPage(ctx, { viewer, reach, contestId: params['id'] ?? '' });
  const { contest, history, row, entry } = page;
  const { answeredBy, openedAt, endedAt, assessmentId } = contest;
  const ids = answeredBy === null ? [] : [answeredBy];
  const actors = await listActors(context.database, viewer.organization.id, ids);
  return {
    ...{ name: page.name, asOf: page.asOf, timeZone: page.timeZone },
    ...{ hindrance: page.hindrance, decisions: page.decisions },
    ...{ employeeId: contest.employeeId, dimension: contest.dimension, statement: contest.statement },
    ...{ state: contest.state, remedy: contest.remedy, answer: contest.answer },
    isOfOneRating: assessmentId !== null,
    openedAt: openedAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
    answerer: answeredBy === null ? null : nameActor({ kind: 'user', id: answeredBy }, actors),
    rating: entry && { level: entry.level, raterKind: entry.raterKind, assessedOn: entry.assessedOn },
    target: row?.target ?? null,
    contested: row?.contested ?? false,
    steps: history?.steps ?? [],
    why: history?.why ?? null,
    entries: (history?.entries ?? []).map(
      ({ assessmentIds: _ids, soc: _soc, trust: _trust, strengthTrust: _strength, ...one }, index) => ({
        ...one,
        key: String(index),
        contestTo: null,
      }),
    ),
    organization: viewer.organization.name,
    base: `/o/${viewer.organization.slug}`,
  };
}

export type ContestState = Awaited<ReturnType<typeof contestState>>;
