import type { TenantContext } from '#db/tenancy';
import { listEmployeeOccupationsOn } from '../data/employee-occupations';
import { findEmployee } from '../data/employees';
import { listEmployments } from '../data/employments';
import { listPostsOf } from '../data/position-incumbents';
import { listPositionProfiles } from '../data/position-profiles';
import { listPositionsById } from '../data/positions';
import { listSites } from '../data/sites';
import { listTeamPlaces } from '../data/teams';
import { type Availability, availabilityOf } from '../domain/availability';
import type { EmployeeKind, EmploymentStatus } from '../domain/employee-row';
import { byShare } from '../domain/main-occupation';
import type { RoleBand } from '../domain/role-band';
import { teamTree } from '../domain/team-tree';
import { listPeopleNames } from './list-people-names';

export interface HeldOccupation {
  readonly soc: string;
  readonly roleBand: RoleBand | null;
  readonly share: number;
  /** False: only proposed, and it sets no target. */
  readonly confirmed: boolean;
}

/** What the directory says of a person on a day. */
export interface PersonPlace {
  readonly title: string;
  /** "A / B / C". */
  readonly team: string;
  readonly site: string | null;
  readonly manager: { readonly employeeId: string; readonly name: string } | null;
  readonly status: EmploymentStatus;
  readonly availability: Availability;
}

/** A change of place that is planned. */
export interface PlannedPlace extends PersonPlace {
  readonly from: string;
}

/** The post that a person holds on a day. */
export interface HeldPost {
  readonly positionId: string;
  readonly title: string;
  /** Whether its own profile takes the place of what occupation and role band ask for. */
  readonly setsTargets: boolean;
}

export interface PersonHeader {
  readonly kind: EmployeeKind;
  readonly startedOn: string | null;
  /** A day to come is told only to who is told what is planned. */
  readonly endedOn: string | null;
  /** Null: employed on no such day. */
  readonly place: PersonPlace | null;
  readonly occupations: readonly HeldOccupation[];
  readonly post: HeldPost | null;
  /** Periods that begin after the day, for who is told what is planned. */
  readonly planned: readonly PlannedPlace[];
}

/** The directory's head of a person on a day; whether the reader may see it, and what is planned, is the caller's to know. */
export async function getPersonHeader(
  ctx: TenantContext,
  employeeId: string,
  { asOf, withPlanned }: { readonly asOf: string; readonly withPlanned: boolean },
): Promise<PersonHeader> {
  const person = await findEmployee(ctx, { employeeId });
  const periods = await listEmployments(ctx, [employeeId]);
  const paths = new Map(teamTree(await listTeamPlaces(ctx), asOf).map((team) => [team.teamId, team.path]));
  const sites = new Map((await listSites(ctx)).map((site) => [site.siteId, site.name]));
  const names = await listPeopleNames(
    ctx,
    periods.flatMap(({ managerId }) => managerId ?? []),
  );
  const placeOf = (period: (typeof periods)[number]): PersonPlace => ({
    title: period.title,
    team: paths.get(period.teamId) ?? '',
    site: period.siteId === null ? null : (sites.get(period.siteId) ?? null),
    manager:
      period.managerId === null
        ? null
        : { employeeId: period.managerId, name: names.get(period.managerId) ?? '' },
    status: period.status,
    availability: availabilityOf(period),
  });
  const held = periods.find((period) => isValidOn(period, asOf));
  return {
    kind: person?.kind ?? 'employee',
    startedOn: person?.startedOn ?? null,
    endedOn: withPlanned || (person?.endedOn ?? '') <= asOf ? (person?.endedOn ?? null) : null,
    place: held ? placeOf(held) : null,
    occupations: byShare(await listEmployeeOccupationsOn(ctx, [employeeId], asOf)).map(
      ({ soc, roleBand, share, confirmedBy }) => ({ soc, roleBand, share, confirmed: confirmedBy !== null }),
    ),
    post: await findPost(ctx, employeeId, asOf),
    planned: periods
      .filter(({ validFrom }) => withPlanned && validFrom > asOf)
      .map((period) => ({ ...placeOf(period), from: period.validFrom })),
  };
}

async function findPost(ctx: TenantContext, employeeId: string, asOf: string): Promise<HeldPost | null> {
  const held = (await listPostsOf(ctx, [employeeId])).find((period) => isValidOn(period, asOf));
  const [position] = held ? await listPositionsById(ctx, [held.positionId]) : [];
  if (!position) return null;
  const { positionId, title } = position;
  const asked = await listPositionProfiles(ctx, [positionId]);
  return { positionId, title, setsTargets: asked.some((period) => isValidOn(period, asOf)) };
}

function isValidOn(
  { validFrom, validTo }: { readonly validFrom: string; readonly validTo: string | null },
  day: string,
): boolean {
  return validFrom <= day && (validTo === null || day < validTo);
}
