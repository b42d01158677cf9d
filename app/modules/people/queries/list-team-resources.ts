import type { TenantContext } from '#db/tenancy';
import type { Reach } from '~/modules/organizations/domain/permissions';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import { organizationDay } from '~/modules/organizations/queries/organization-day';
import { NotFound } from '~/shared/errors';
import { listSites } from '../data/sites';
import { listTeamPlaces } from '../data/teams';
import { isDetailed, readableDay } from '../domain/directory-scope';
import { teamStateOn, timelineOf } from '../domain/team-timeline';
import { teamTree } from '../domain/team-tree';
import { teamsInReach } from './teams-in-reach';

export interface NamedResource {
  readonly id: string;
  readonly name: string;
}
export interface TeamResource extends NamedResource {
  readonly parentId: string | null;
  /**
   * The first day on which it is closed: of a team that is open on the day asked the next one, else the last one. Null
   * while none is known, or for who is told of nothing planned.
   */
  readonly closedOn: string | null;
}
interface Page {
  readonly limit: number;
  readonly cursor?: string | undefined;
}
interface Question {
  readonly viewer: Viewer;
  readonly reach: Reach;
}

/** A page of the teams of a day that the viewer reads, by id; next: the id after which the next page begins. */
export async function listTeamResources(
  ctx: TenantContext,
  question: Question & Page & { readonly asOf?: string | undefined },
): Promise<{ items: TeamResource[]; next: string | null }> {
  return pageOf(await teamsOf(ctx, question), question);
}

/** One team as it stands on the organization's day; a closed one, for who reads all, as it stood last. Throws NotFound. */
export async function getTeamResource(
  ctx: TenantContext,
  question: Question & { readonly id: string },
): Promise<TeamResource> {
  const wanted = question.id.toLowerCase();
  const open = (await teamsOf(ctx, question)).find(({ id }) => id === wanted);
  if (open) return open;
  const places = question.reach === 'all' ? await listTeamPlaces(ctx) : [];
  const state = teamStateOn(timelineOf(places, wanted), await organizationDay(ctx));
  const name = places.find(({ teamId }) => teamId === wanted)?.name;
  if (!state || name === undefined) throw new NotFound('There is no such team in this organization.');
  return { id: wanted, name, parentId: state.parentId, closedOn: state.closedOn };
}

/** A page of the sites, by id. Whoever reads the directory reads the names of all sites. */
export async function listSiteResources(
  ctx: TenantContext,
  page: Page,
): Promise<{ items: NamedResource[]; next: string | null }> {
  return pageOf(await sitesOf(ctx), page);
}

/** One site. Throws NotFound. */
export async function getSiteResource(ctx: TenantContext, siteId: string): Promise<NamedResource> {
  const site = (await sitesOf(ctx)).find(({ id }) => id === siteId.toLowerCase());
  if (!site) throw new NotFound('There is no such site in this organization.');
  return site;
}

async function teamsOf(
  ctx: TenantContext,
  { viewer, reach, asOf }: Question & { readonly asOf?: string | undefined },
): Promise<TeamResource[]> {
  const today = await organizationDay(ctx);
  const day = readableDay(reach, asOf ?? today, today);
  const places = await listTeamPlaces(ctx);
  const tree = teamTree(places, day);
  const teams = await teamsInReach(ctx, { viewer, reach, tree, asOf: day });
  const known = Map.groupBy(isDetailed(reach) ? places : [], (place) => place.teamId);
  return teams.map(({ teamId, name, parentId }) => {
    const state = teamStateOn(timelineOf(known.get(teamId) ?? [], teamId), day);
    return { id: teamId, name, parentId, closedOn: state?.closedOn ?? null };
  });
}

async function sitesOf(ctx: TenantContext): Promise<NamedResource[]> {
  return (await listSites(ctx)).map(({ siteId, name }) => ({ id: siteId, name }));
}

function pageOf<T extends NamedResource>(all: readonly T[], { limit, cursor }: Page) {
  const rest = [...all]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .filter(({ id }) => cursor === undefined || id > cursor);
  const items = rest.slice(0, limit);
  return { items, next: rest.length > limit ? (items.at(-1)?.id ?? null) : null };
}
