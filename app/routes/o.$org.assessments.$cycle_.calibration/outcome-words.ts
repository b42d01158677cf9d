import type { Outcome } from '~/modules/capability/domain/calibration/calibration-outcome';
import type { GapBand } from '~/modules/capability/domain/calibration/gap-band';
import type { Stakes } from '~/modules/capability/domain/calibration/order-cases';
import type { RequirementState } from '~/modules/capability/domain/requirements/requirement-state';

const BAND_WORDS: Readonly<Record<GapBand, string>> = {
  ready_now: 'ready now',
  ready_1_2: 'up to 2 years',
  ready_3_5: 'up to 5 years',
  none: 'not on the bench',
  insufficient: 'insufficient evidence',
};

const STATE_WORDS: Readonly<Record<RequirementState, string>> = {
  met: 'met',
  short: 'short',
  single: 'one holder, a single point of failure',
  uncovered: 'nobody holds it',
  unknown: 'unknown',
};

interface Asked {
  readonly target: number | null;
  readonly groups: readonly { readonly team: string; readonly level: number; readonly minimum: number }[];
}

/** What follows from a value, in the order of the columns. */
export function outcomeWords({ level, atTarget, states, band }: Outcome, { target, groups }: Asked) {
  return {
    level: level === null ? 'not assessed' : String(level),
    target:
      target === null
        ? 'no target'
        : atTarget === null
          ? 'not assessed'
          : atTarget
            ? 'met'
            : `missed (${target})`,
    // Two requirements of a group may ask the same.
    cover: [
      ...new Set(
        groups.map(
          ({ team, level: asked, minimum }, index) =>
            `${team}, ${minimum} at level ${asked}: ${STATE_WORDS[states[index] ?? 'unknown']}`,
        ),
      ),
    ],
    band: band === null ? 'no requirement written' : BAND_WORDS[band],
  };
}

/** What a disagreement would change, in words; empty: nothing. */
export function atStake({ target, cover, band }: Stakes): string[] {
  return [
    ...(target ? ['target met or not'] : []),
    ...(cover ? ['a requirement'] : []),
    ...(band ? ['readiness band'] : []),
  ];
}
