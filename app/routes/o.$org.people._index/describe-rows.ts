import type { TenantArgs } from '~/http/tenant-route.server';
import { type IndividualAccess, mayReadPerson } from '~/modules/capability/domain/individual-access';
import { getIndividualAccess } from '~/modules/capability/queries/get-individual-access';
import { occupationTitles } from '~/modules/occupations/queries/occupation-titles';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import { AVAILABILITY_LABELS, availabilityOf } from '~/modules/people/domain/availability';
import { ROLE_BAND_LABELS } from '~/modules/people/domain/role-band';
import { getTeamTree } from '~/modules/people/queries/get-team-tree';
import type { PeoplePage, PersonListed } from '~/modules/people/queries/list-people';
import { listTeamsOfPeople } from '~/modules/people/queries/list-teams-of-people';
import { KIND_LABELS, STATUS_LABELS } from './labels';

/** A person as a line of the table: everything in words. */
export interface PersonLine {
  readonly id: string;
  readonly name: string;
  /** null where nothing about the person opens for the viewer. */
  readonly to: string | null;
  readonly title: string;
  readonly team: string;
  readonly site: string;
  readonly manager: string;
  readonly occupations: readonly { readonly soc: string; readonly title: string; readonly detail: string }[];
  readonly details: {
    readonly externalId: string;
    readonly status: string;
    /** Day of the beginning, where that is still to come. */
    readonly beginsOn: string | null;
    readonly kind: string;
    readonly availability: string;
    readonly isAvailable: boolean;
  } | null;
}

interface Described {
  readonly viewer: Viewer;
  readonly base: string;
  readonly page: PeoplePage;
  readonly mayWrite: boolean;
}

/** The rows of a page in words, with links to the records that open for the viewer. */
export async function describeRows(
  ctx: TenantArgs['ctx'],
  { viewer, base, page, mayWrite }: Described,
): Promise<PersonLine[]> {
  const { rows, day, today } = page;
  const tree = await getTeamTree(ctx, today);
  const access = await getIndividualAccess(ctx, viewer, { tree, day: today });
  const ids = rows.map(({ employeeId }) => employeeId);
  const teams =
    day === today
      ? new Map(rows.map(({ employeeId, teamId }) => [employeeId, teamId]))
      : new Map(
          (await listTeamsOfPeople(ctx, ids, today)).map(({ employeeId, teamId }) => [employeeId, teamId]),
        );
  const codes = [...new Set(rows.flatMap(({ occupations }) => occupations.map(({ soc }) => soc)))];
  const titles = codes.length > 0 ? await occupationTitles(ctx, codes) : {};
  return rows.map((row) => ({
    ...lineOf(row, titles),
    to: addressOf(row, { access, teamId: teams.get(row.employeeId) ?? null, base, mayWrite }),
  }));
}

interface Opening {
  readonly access: IndividualAccess;
  /** Team of today, on which access depends. */
  readonly teamId: string | null;
  readonly base: string;
  readonly mayWrite: boolean;
}

function addressOf({ employeeId }: PersonListed, { access, teamId, base, mayWrite }: Opening): string | null {
  if (mayReadPerson(access, { employeeId, teamId })) return `${base}/people/${employeeId}`;
  return mayWrite ? `${base}/people/${employeeId}/edit` : null;
}

function lineOf(row: PersonListed, titles: Readonly<Record<string, string>>): Omit<PersonLine, 'to'> {
  const { details } = row;
  return {
    id: row.employeeId,
    name: row.name,
    title: row.title,
    team: row.team ?? '',
    site: row.site ?? '',
    manager: row.manager ?? '',
    occupations: row.occupations.map(({ soc, roleBand, share, confirmed }) => ({
      soc,
      title: titles[soc] ?? soc,
      detail: [
        roleBand ? (ROLE_BAND_LABELS[roleBand].split(' / ')[0] ?? '') : 'no band',
        ...(share < 100 ? [`${share} %`] : []),
        ...(confirmed ? [] : ['proposed']),
      ].join(', '),
    })),
    details: details && {
      externalId: details.externalId,
      status: STATUS_LABELS[details.status],
      beginsOn: details.beginsOn,
      kind: KIND_LABELS[details.kind],
      availability: AVAILABILITY_LABELS[availabilityOf(details)],
      isAvailable: details.available,
    },
  };
}
