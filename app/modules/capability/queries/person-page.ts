import type { TenantContext } from '#db/tenancy';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import { listPeopleNames } from '~/modules/people/queries/list-people-names';
import { countFigures, type FiguresPage, listFiguresPage, listFiguresPlaces } from '../data/figures-page';
import type { FiguresSelection } from '../data/person-figures';
import { listProfiles, type NewProfileRow } from '../data/profiles';
import type { HeatmapRowView } from '../domain/heatmap-view';
import { BY_NAME } from '../domain/people-order';
import { computeProfiles } from './compute-profiles';
import { listBlindPeople } from './list-blind-people';
import { asReadBy } from './list-read-profiles';
import { listPastPlaces, type PastDay } from './past-groups';
import { listPersonRows, type PersonProfile } from './person-rows';

export interface PersonPage {
  readonly rows: HeatmapRowView[];
  /** Where the next page begins, null at the end or where the order is not by name. */
  readonly next: string | null;
  /** How many people there are, where that was asked. */
  readonly total: number | null;
  /** Another order was asked for, which would tell of ratings that the viewer does not read yet. */
  readonly byNameOnly?: boolean;
}

interface PageQuery extends FiguresPage, PastDay {
  readonly viewer: Viewer;
  readonly selection: FiguresSelection;
  /** The day is over: computed now, in the order of names. */
  readonly isPast: boolean;
  readonly counted: boolean;
}

const rowOf = ({ isDefault, assessmentIds, ...row }: NewProfileRow): PersonProfile => ({
  ...row,
  assessmentIds: [...assessmentIds],
  defaultTarget: isDefault,
});

/** Rows of the selected people, a page at a time. */
export async function getPersonPage(ctx: TenantContext, query: PageQuery): Promise<PersonPage> {
  const { selection, asOf, method, limit } = query;
  if (query.isPast) return pastPage(ctx, query);
  const byNameOnly =
    query.order.by !== 'name' &&
    (await listBlindPeople(ctx, query.viewer, () => listFiguresPlaces(ctx, selection))).length > 0;
  const order = byNameOnly ? BY_NAME : query.order;
  const found = await listFiguresPage(ctx, selection, { ...query, order, limit: limit + 1 });
  const people = found.slice(0, limit);
  const last = found.length > limit && order.by === 'name' && !order.down ? people.at(-1) : null;
  const stored = await listProfiles(
    ctx,
    people.map((person) => person.employeeId),
  );
  const profiles = await asReadBy<PersonProfile>(ctx, stored, { ...query, rowOf });
  return {
    rows: await listPersonRows(ctx, { people, profiles, asOf, constants: method.constants }),
    next: last ? `${last.sortName}\t${last.employeeId}` : null,
    total: query.counted ? await countFigures(ctx, selection) : null,
    byNameOnly,
  };
}

async function pastPage(ctx: TenantContext, query: PageQuery): Promise<PersonPage> {
  const { selection, asOf, method, limit, offset, after } = query;
  const places = await listPastPlaces(ctx, selection, query);
  const names = await listPeopleNames(
    ctx,
    places.map((place) => place.employeeId),
  );
  const all = places
    .map(({ employeeId }) => ({ employeeId, name: names.get(employeeId) ?? '' }))
    .map((person) => ({ ...person, key: `${person.name}\t${person.employeeId}` }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  const from = after === null ? offset : all.findIndex(({ key }) => key > after);
  const people = from < 0 ? [] : all.slice(from, from + limit);
  const computed = await computeProfiles(
    ctx,
    people.map((person) => person.employeeId),
    { method, asOf },
  );
  const profiles = await asReadBy<PersonProfile>(ctx, computed.map(rowOf), { ...query, rowOf });
  return {
    rows: await listPersonRows(ctx, { people, profiles, asOf, constants: method.constants }),
    next: from >= 0 && from + limit < all.length ? (people.at(-1)?.key ?? null) : null,
    total: all.length,
  };
}
