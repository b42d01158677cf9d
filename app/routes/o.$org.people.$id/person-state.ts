import type { TenantArgs } from '~/http/tenant-route.server';
import { listOpenPurposes } from '~/modules/assessments/queries/list-open-purposes';
import { getMethod } from '~/modules/capability/queries/get-method';
import { getPersonPage } from '~/modules/capability/queries/get-person-page';
import type { HistoryEntryRow } from '~/modules/capability/ui/dimension-history';
import { nameActor } from '~/modules/organizations/domain/audit/name-actor';
import { reachOf } from '~/modules/organizations/domain/permissions';
import { listActors } from '~/modules/organizations/queries/list-actors';
import { isDay } from '~/shared/calendar-day';
import { viewsOfOwnRecord } from './views-of-own-record';
import { addressToContest, contestAsked, contestableLevels, isChoiceAsked } from './what-to-contest';

const DONE_WORDS: Readonly<Record<string, string>> = {
  contested: 'The rating is marked as contested. HR partners are told; you get a letter when it is answered.',
  'taken-back': 'The contest is taken back.',
};

export type PersonPage = Awaited<ReturnType<typeof getPersonPage>>;

/** Everything that the page of one person shows to this viewer. */
export async function personState(args: TenantArgs) {
  const { ctx, viewer, reach, params, url } = args;
  const { today } = await getMethod(ctx);
  const asked = url.searchParams.get('asOf') ?? '';
  const asOf = isDay(asked) && asked < today ? asked : undefined;
  const page = await getPersonPage(ctx, { viewer, reach, employeeId: params['id'] ?? '', asOf });
  const { id, own, profile } = page;
  const mayContest = own && asOf === undefined;
  const contestable = mayContest ? contestableLevels(page) : [];
  return {
    ...{ id, own, name: page.name, externalId: page.externalId, today, timeZone: page.timeZone },
    ...{ asOf: page.asOf, isPast: asOf !== undefined, header: page.header, titles: page.titles, profile },
    isDayRefused: asked !== '' && asOf === undefined && asked !== today,
    histories: historiesOf(page, mayContest),
    changes: await changesOf(args, page),
    contests: await contestsOf(args, page),
    contest: mayContest ? contestAsked(page, url) : null,
    contestable,
    isChoosing: isChoiceAsked(url) && contestable.length > 0,
    done: DONE_WORDS[url.searchParams.get('done') ?? ''] ?? null,
    mayAnswer: !own && reachOf(viewer.role, 'contests:answer') !== 'none',
    mayEdit: reachOf(viewer.role, 'directory:write') !== 'none',
    mayList: reachOf(viewer.role, 'directory:read') !== 'none',
    readsEverybody: reachOf(viewer.role, 'directory:read') === 'all',
    mayExport: own || reachOf(viewer.role, 'people:export') === 'all',
    mayErase: !own && reachOf(viewer.role, 'people:erase') !== 'none',
    purposes: own ? await listOpenPurposes(ctx, id) : [],
    seen: own ? await viewsOfOwnRecord(args, id) : null,
    organization: viewer.organization.name,
    base: `/o/${viewer.organization.slug}`,
  };
}

function historiesOf({ history, profile, observations }: PersonPage, mayContest: boolean) {
  return history.map(({ dimension, entries, steps, why }) => {
    const row = profile?.dimensions.find((one) => one.dimension === dimension);
    const contested = row?.contested ?? false;
    const isOpen = mayContest && !contested;
    return {
      ...{ dimension, steps, why, contested, target: row?.target ?? null },
      contestTo: isOpen && row && row.level !== null ? addressToContest(dimension) : null,
      observations: observations.filter((one) => one.dimension === dimension),
      entries: entries.map(({ assessmentIds, soc: _soc, trust: _t, strengthTrust: _s, ...entry }, index) => ({
        ...entry,
        key: String(index),
        contestTo:
          isOpen && (entry.standing === 'current' || entry.standing === 'earlier')
            ? addressToContest(dimension, assessmentIds[0] ?? '')
            : null,
      })) satisfies HistoryEntryRow[],
    };
  });
}

async function contestsOf({ viewer, context }: TenantArgs, { contests }: PersonPage) {
  const ids = contests.flatMap(({ answeredBy }) => answeredBy ?? []);
  const actors = ids.length > 0 ? await listActors(context.database, viewer.organization.id, ids) : [];
  return contests.map(({ answeredBy, openedAt, endedAt, employeeId: _, assessmentId, ...contest }) => ({
    ...contest,
    isOfOneRating: assessmentId !== null,
    openedAt: openedAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
    answerer: answeredBy === null ? null : nameActor({ kind: 'user', id: answeredBy }, actors),
  }));
}

async function changesOf({ viewer, context }: TenantArgs, { changes }: PersonPage) {
  const ids = changes.flatMap(({ by }) => by ?? []);
  const actors = ids.length > 0 ? await listActors(context.database, viewer.organization.id, ids) : [];
  return changes.map(({ at, what, by, reason }, index) => ({
    ...{ key: String(index), at: at.toISOString(), what, reason },
    by: by === null ? null : nameActor({ kind: 'user', id: by }, actors),
  }));
}

export type PersonState = Awaited<ReturnType<typeof personState>>;
