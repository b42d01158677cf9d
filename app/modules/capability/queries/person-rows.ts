import type { TenantContext } from '#db/tenancy';
import { listOpenContests } from '~/modules/assessments/queries/list-open-contests';
import { DIMENSIONS } from '~/modules/frameworks/domain/dimension';
import { listActivePeople } from '~/modules/people/queries/list-active-people';
import { listProfiles, type StoredProfile } from '../data/profiles';
import type { MethodConstants } from '../domain/constants';
import { evidenceStrength } from '../domain/evidence-strength';
import type { HeatmapCellView, HeatmapRowView, RaterKind } from '../domain/heatmap-view';
import { titlesOf } from './titles-of';

interface PersonQuery {
  /** Teams that the viewer sees in full. */
  readonly teamIds: readonly string[];
  readonly asOf: string;
  readonly constants: MethodConstants;
  readonly limit: number;
  /** Name and id after which the page begins. */
  readonly after: string | null;
}

export interface PersonPage {
  readonly rows: HeatmapRowView[];
  /** Where the next page begins, null at the end. */
  readonly next: string | null;
}

/** One row for each active person of these teams, by name, a page at a time. */
export async function listPersonRows(ctx: TenantContext, query: PersonQuery): Promise<PersonPage> {
  const people = await listActivePeople(ctx, query.teamIds, {
    day: query.asOf,
    limit: query.limit + 1,
    after: query.after,
  });
  const page = people.slice(0, query.limit);
  const last = people.length > query.limit ? page.at(-1) : undefined;
  const profiles = await listProfiles(
    ctx,
    page.map((person) => person.employeeId),
  );
  const titles = await titlesOf(
    ctx,
    profiles.map((row) => row.ratedAs),
  );
  const ids = page.map((person) => person.employeeId);
  const contested = new Set(
    (await listOpenContests(ctx, ids)).map(({ employeeId, dimension }) => `${employeeId} ${dimension}`),
  );
  const byPerson = Map.groupBy(profiles, (row) => row.employeeId);
  const rows = page.map(({ employeeId, name }): HeatmapRowView => {
    const byDimension = new Map((byPerson.get(employeeId) ?? []).map((row) => [row.dimension, row]));
    return {
      id: employeeId,
      name,
      kind: 'person',
      people: 1,
      released: false,
      figuresOf: null,
      hasChildren: false,
      cells: DIMENSIONS.map((dimension) => ({
        ...personCell(dimension, byDimension.get(dimension), { ...query, titles }),
        ...(contested.has(`${employeeId} ${dimension}`) ? { contested: true } : {}),
      })),
    };
  });
  return { rows, next: last ? `${last.name}\t${last.employeeId}` : null };
}

function personCell(
  dimension: HeatmapCellView['dimension'],
  profile: StoredProfile | undefined,
  { asOf, constants, titles }: PersonQuery & { readonly titles: Readonly<Record<string, string>> },
): HeatmapCellView {
  const level = profile?.level ?? null;
  const strength =
    profile?.assessedOn && profile.strengthTrust !== null
      ? evidenceStrength(
          { assessedOn: profile.assessedOn, strengthTrust: profile.strengthTrust },
          asOf,
          constants,
        )
      : null;
  return {
    dimension,
    suppressed: false,
    people: 1,
    assessed: level === null ? 0 : 1,
    mean: level,
    meanTarget: profile?.target ?? null,
    meanGap: profile?.gap ?? null,
    newestOn: profile?.assessedOn ?? null,
    strength,
    rater: (profile?.raterKind as RaterKind | null | undefined) ?? null,
    selfManagerDifference: profile?.selfManagerDifference ?? null,
    ...(profile?.ratedAs
      ? { ratedAs: profile.ratedAs, ratedAsTitle: titles[profile.ratedAs] ?? profile.ratedAs }
      : {}),
    ...(profile && profile.target !== null ? { defaultTarget: profile.defaultTarget } : {}),
    frameworkVersions: profile?.frameworkVersion ? [profile.frameworkVersion] : [],
  };
}
