import type { TenantContext } from '#db/tenancy';
import { listOpenContests } from '~/modules/assessments/queries/list-open-contests';
import { DIMENSIONS } from '~/modules/frameworks/domain/dimension';
import type { StoredProfile } from '../data/profiles';
import type { MethodConstants } from '../domain/constants';
import { evidenceStrength } from '../domain/evidence-strength';
import type { HeatmapCellView, HeatmapRowView, RaterKind } from '../domain/heatmap-view';
import { titlesOf } from './titles-of';

interface PersonQuery {
  readonly people: readonly { readonly employeeId: string; readonly name: string }[];
  /** Their profiles on the day, twelve rows each. */
  readonly profiles: readonly PersonProfile[];
  readonly asOf: string;
  readonly constants: MethodConstants;
}

/** What a row says of one dimension. */
export type PersonProfile = Pick<
  StoredProfile,
  | 'employeeId'
  | 'dimension'
  | 'level'
  | 'target'
  | 'gap'
  | 'assessedOn'
  | 'strengthTrust'
  | 'raterKind'
  | 'ratedAs'
  | 'selfManagerDifference'
  | 'defaultTarget'
  | 'frameworkVersion'
  | 'assessmentIds'
>;

/** One row for each of these people, in their order. */
export async function listPersonRows(ctx: TenantContext, query: PersonQuery): Promise<HeatmapRowView[]> {
  const { people, profiles } = query;
  const titles = await titlesOf(
    ctx,
    profiles.map((row) => row.ratedAs),
  );
  const ids = people.map((person) => person.employeeId);
  const contested = new Set(
    (await listOpenContests(ctx, ids)).map(({ employeeId, dimension }) => `${employeeId} ${dimension}`),
  );
  const byPerson = Map.groupBy(profiles, (row) => row.employeeId);
  return people.map(({ employeeId, name }): HeatmapRowView => {
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
}

function personCell(
  dimension: HeatmapCellView['dimension'],
  profile: PersonProfile | undefined,
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
