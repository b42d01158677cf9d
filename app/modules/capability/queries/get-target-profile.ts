import type { TenantContext } from '#db/tenancy';
import { DIMENSIONS, type Dimension } from '~/modules/frameworks/domain/dimension';
import { listLevelStatements } from '~/modules/frameworks/queries/list-level-statements';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import { type TargetPeriod, targetRevision, targetsOn } from '~/modules/people/domain/plan-targets';
import type { RoleBand } from '~/modules/people/domain/role-band';
import { type TargetEvent, targetHistory } from '~/modules/people/domain/target-history';
import { countPeopleTouched } from '~/modules/people/queries/count-target-holders';
import { listTargetPeriods } from '~/modules/people/queries/list-target-periods';
import { NotFound } from '~/shared/errors';
import { type AskedTargets, defaultTargets, writtenTargets } from '../domain/targets/target-profile-view';
import { getMethod } from './get-method';
import { getTargetReach } from './get-target-reach';
import { titlesOf } from './titles-of';

export interface ProfileQuestion {
  readonly viewer: Pick<Viewer, 'role' | 'teamScope'>;
  readonly soc: string;
  readonly roleBand: RoleBand;
  /** The day to look at; null: today. */
  readonly day: string | null;
}

/** What a level of a dimension means in the occupation's own framework. */
export interface LevelMeaning {
  readonly rank: number;
  readonly label: string;
  readonly statements: readonly { readonly label: string; readonly behaviour: string }[];
}

export interface TargetProfile {
  readonly soc: string;
  readonly title: string;
  readonly roleBand: RoleBand;
  readonly today: string;
  readonly day: string;
  /** What is written for the day; null: the default holds. */
  readonly written: AskedTargets | null;
  readonly byDefault: AskedTargets;
  /** Tells whether somebody changed it since; goes back with a change. */
  readonly revision: string;
  readonly history: readonly TargetEvent[];
  /** Whom it sets targets on the day; null where the viewer is not told. */
  readonly people: number | null;
  readonly meanings: Readonly<Partial<Record<Dimension, readonly LevelMeaning[]>>>;
}

/** A target profile with its history and what its levels mean here. Throws NotFound for an unknown occupation. */
export async function getTargetProfile(
  ctx: TenantContext,
  { viewer, soc, roleBand, day: asked }: ProfileQuestion,
): Promise<TargetProfile> {
  const { today, instruments, constants } = await getMethod(ctx);
  const day = asked ?? today;
  const known = await listPeriodsOf(ctx, soc, roleBand);
  const title = (await titlesOf(ctx, [soc]))[soc];
  if (title === undefined && known.length === 0) throw new NotFound('There is no such occupation.');
  const reach = await getTargetReach(ctx, viewer, day);
  const { minimumShare } = constants;
  return {
    ...{ soc, roleBand, today, day },
    title: title ?? soc,
    written: writtenTargets(targetsOn(known, day)),
    byDefault: defaultTargets(roleBand, instruments),
    revision: targetRevision(known),
    history: targetHistory(known),
    people: reach
      ? await countPeopleTouched(ctx, [{ soc, roleBand }], { day, minimumShare, teamIds: reach.teamIds })
      : null,
    meanings: await meaningsOf(ctx, soc),
  };
}

async function listPeriodsOf(ctx: TenantContext, soc: string, roleBand: RoleBand): Promise<TargetPeriod[]> {
  return (await listTargetPeriods(ctx, [soc])).filter((row) => row.roleBand === roleBand);
}

async function meaningsOf(ctx: TenantContext, soc: string): Promise<TargetProfile['meanings']> {
  const meanings: Partial<Record<Dimension, readonly LevelMeaning[]>> = {};
  for (const dimension of DIMENSIONS) {
    const [own] = await listLevelStatements(ctx, { socs: [soc], dimension, ranks: [1, 2, 3, 4] });
    if (!own) continue;
    meanings[dimension] = own.levels.map(({ rank, label, statements }) => ({
      rank,
      label,
      statements: statements.map((one) => ({ label: one.label, behaviour: one.behaviour })),
    }));
  }
  return meanings;
}
