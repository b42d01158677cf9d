/**
 * A target profile as it is read and edited: what it asks in each dimension on a day.
 * No written profile: every dimension of the instruments that the organization assesses asks the band's ordinal with
 * weight 1, shown as "default target". A written profile asks what it names; the others do not count.
 * Unit: levels 0 to 4, weights 0 to 3. Missing: null (the dimension is not asked). Source: method.md 2.
 */
import {
  DIMENSIONS,
  type Dimension,
  type Instrument,
  instrumentOf,
  isDimension,
} from '~/modules/frameworks/domain/dimension';
import type { TargetFacts, TargetSetting } from '~/modules/people/domain/plan-targets';
import type { RoleBand } from '~/modules/people/domain/role-band';

/** What a profile asks by dimension; a dimension that is not there is not asked. */
export type AskedTargets = Readonly<Partial<Record<Dimension, TargetFacts | undefined>>>;

/** What the default asks of a band. */
export function defaultTargets(roleBand: RoleBand, assessed: readonly Instrument[]): AskedTargets {
  const asked = DIMENSIONS.filter((dimension) => assessed.includes(instrumentOf(dimension)));
  return Object.fromEntries(
    asked.map((dimension): [Dimension, TargetFacts] => [
      dimension,
      { level: roleBand, weight: 1, critical: false },
    ]),
  );
}

/** What these rows of one written profile ask; null where there is none: the default holds. */
export function writtenTargets(
  rows: readonly (TargetFacts & { readonly dimension: string })[],
): AskedTargets | null {
  if (rows.length === 0) return null;
  return Object.fromEntries(
    rows.flatMap(({ dimension, level, weight, critical }) =>
      isDimension(dimension) ? [[dimension, { level, weight, critical }]] : [],
    ),
  );
}

/** The settings that make a profile ask exactly this. */
export function settingsOf(
  { soc, roleBand }: { readonly soc: string; readonly roleBand: RoleBand },
  asked: AskedTargets,
): TargetSetting[] {
  return DIMENSIONS.map((dimension) => ({ soc, roleBand, dimension, facts: asked[dimension] ?? null }));
}
