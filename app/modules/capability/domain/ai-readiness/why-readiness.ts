/**
 * "Why this number" for the figures of AI-readiness of a live row: formula, inputs, who was left out, versions.
 * Inputs are the sums that the figure was formed of; nothing is read or computed anew.
 * Source: method.md, General rules, 4 and 6.
 */
import { exposureWords } from '~/modules/occupations/domain/ai-evidence/exposure-words';
import { ATTAINMENT_PARTS } from '../attainment';
import { shownLevel, shownShare } from '../round-shown';
import type { Why } from '../why-cell';
import { hasEnoughExposure } from './group-readiness';
import type { ChangeSteps, ReadinessChange } from './readiness-change';
import type { LiveReadinessRow } from './readiness-view';
import { signed } from './signed';

export const READINESS_FIGURES = [
  'readiness',
  'weighted',
  'at_target',
  'unknown',
  'exposure',
  'change',
] as const;
export type ReadinessFigure = (typeof READINESS_FIGURES)[number];

export interface ReadinessWhy extends Why {
  readonly figure: ReadinessFigure;
  /** What the figure is called, and as printed. */
  readonly name: string;
  readonly value: string;
  readonly constants: string;
}

interface Context {
  readonly formulaVersion: string;
  /** Release of the exposure data; null: none. */
  readonly exposureRelease: string | null;
  /** Day of the figures, and the day that they are compared with. */
  readonly asOf: string;
  readonly since: string | null;
}

/** The explanation of every figure that the row has. */
export function whyReadiness(row: LiveReadinessRow, context: Context): ReadinessWhy[] {
  return [
    ...whyReadinessMean(row),
    ...whyWeighted(row),
    ...whyAtTarget(row),
    ...whyUnknown(row),
    ...whyExposure(row, context),
    ...whyChange(row.change, context),
  ].map((why) => ({
    ...why,
    excluded: why.excluded.filter(({ count }) => count > 0),
    versions: `Formula version ${context.formulaVersion} · figures of ${context.asOf} · exposure data ${context.exposureRelease ?? 'not loaded'}`,
  }));
}

type Explained = Omit<ReadinessWhy, 'versions'>;
const NO_CONSTANTS = 'No constants.';
const points = (value: number) => shownLevel(value);

const notAssessed = ({ people, assessed }: LiveReadinessRow['sums']) => ({
  reason: 'not assessed in AI use',
  count: people - assessed,
});
const noTarget = ({ assessed, pairs }: LiveReadinessRow['sums']) => ({
  reason: 'assessed, no target',
  count: assessed - pairs,
});

function whyReadinessMean({ sums, figures }: LiveReadinessRow): Explained[] {
  if (figures.readiness === null) return [];
  const parts = ATTAINMENT_PARTS * sums.pairs;
  return [
    {
      figure: 'readiness',
      name: 'AI-readiness',
      value: points(figures.readiness),
      formula:
        'Attainment of a person = level in AI use / target of the main occupation and band, never above 1 (target 0 gives 1). AI-readiness = 100 × mean attainment over assessed people with a target.',
      inputs: [
        { label: 'Sum of attainments, in twelfths', value: String(sums.attained) },
        { label: 'Assessed people with a target (n)', value: String(sums.pairs) },
        {
          label: 'AI-readiness',
          value: `100 × ${sums.attained} / (12 × ${sums.pairs}) = ${((100 * sums.attained) / parts).toFixed(2)}`,
        },
        { label: 'People whose target is a default', value: String(sums.defaultTarget) },
      ],
      excluded: [notAssessed(sums), noTarget(sums)],
      constants: NO_CONSTANTS,
    },
  ];
}

function whyWeighted({ sums, figures }: LiveReadinessRow): Explained[] {
  if (sums.assessed === 0) return [];
  const isEnough = hasEnoughExposure(sums) && figures.weightedReadiness !== null;
  return [
    {
      figure: 'weighted',
      name: 'Weighted by exposure',
      value: isEnough ? points(figures.weightedReadiness ?? 0) : 'too little exposure data',
      formula:
        'Exposure-weighted AI-readiness = 100 × sum of exposure × attainment / sum of exposure, over assessed people with a target whose occupation has an observed exposure above 0; only when those are at least half of the assessed.',
      inputs: [
        { label: 'Sum of exposure', value: (sums.weights / 10_000).toFixed(4) },
        {
          label: 'Sum of exposure × attainment',
          value: (sums.weightedAttained / 10_000 / ATTAINMENT_PARTS).toFixed(4),
        },
        { label: 'People with exposure above 0 (n)', value: `${sums.weighted} of ${sums.assessed} assessed` },
      ],
      excluded: [
        notAssessed(sums),
        { reason: 'assessed, without an exposure above 0 or a target', count: sums.assessed - sums.weighted },
      ],
      constants: 'Least share of the assessed with exposure: 50 %.',
    },
  ];
}

function whyAtTarget({ sums, figures }: LiveReadinessRow): Explained[] {
  if (figures.atTargetShare === null || figures.atTargetLow === null) return [];
  return [
    {
      figure: 'at_target',
      name: 'At AI-use target',
      value: shownShare(figures.atTargetShare),
      formula:
        'At target = people whose level in AI use is their target or above / assessed people with a target. The low bound counts the unassessed as not at target; rows are ordered by it.',
      inputs: [
        {
          label: 'At target',
          value: `${sums.atTarget} / ${sums.pairs} = ${shownShare(figures.atTargetShare)}`,
        },
        {
          label: 'Low bound',
          value: `${sums.atTarget} / ${sums.withTarget} = ${shownShare(figures.atTargetLow)}`,
        },
      ],
      excluded: [notAssessed(sums), noTarget(sums)],
      constants: NO_CONSTANTS,
    },
  ];
}

function whyUnknown({ sums, figures }: LiveReadinessRow): Explained[] {
  if (figures.unknownShare === null) return [];
  const unknown = sums.people - sums.assessed;
  return [
    {
      figure: 'unknown',
      name: 'Not assessed',
      value: shownShare(figures.unknownShare),
      formula: 'Not assessed = active people without a current level in AI use / active people.',
      inputs: [
        { label: 'Not assessed', value: `${unknown} / ${sums.people}` },
        { label: 'Without exposure data', value: `${sums.noExposure} of ${sums.people}` },
      ],
      excluded: [],
      constants: NO_CONSTANTS,
    },
  ];
}

function whyExposure({ exposure }: LiveReadinessRow, { exposureRelease }: Context): Explained[] {
  if (exposure === null) return [];
  const { exposure: value, inheritedFrom } = exposure;
  return [
    {
      figure: 'exposure',
      name: 'Observed exposure',
      value: exposureWords(value),
      formula:
        'Observed exposure of an occupation as the Anthropic Economic Index publishes it, 0 to 1: how much of the work shows up in observed use. It describes work, never a person. No other measure stands in for it.',
      inputs: [
        { label: 'As published', value: value === null ? 'no data' : String(value) },
        { label: 'Release', value: exposureRelease ?? 'not loaded' },
        { label: 'Value of', value: inheritedFrom ?? 'the occupation itself' },
      ],
      excluded: [],
      constants: NO_CONSTANTS,
    },
  ];
}

function whyChange(change: ReadinessChange | null, { since }: Context): Explained[] {
  if (change === null) return [];
  const { plain, weighted, common, isClear } = change;
  return [
    {
      figure: 'change',
      name: 'Change',
      value: signed(plain.after - plain.before),
      formula:
        'Change = evidence moved (exposure, then people known on one of the days only) + people moved (targets, then joined and left, then levels), each step the figure after it less the figure before it, in this order.',
      inputs: [
        { label: `AI-readiness on ${since ?? 'the day before'}`, value: points(plain.before) },
        ...stepLines(plain),
        { label: 'AI-readiness now', value: points(plain.after) },
        ...(weighted === null
          ? [{ label: 'Weighted by exposure', value: 'too little exposure data' }]
          : [
              { label: 'Weighted by exposure, then', value: points(weighted.before) },
              ...stepLines(weighted),
              { label: 'Weighted by exposure, now', value: points(weighted.after) },
            ]),
        { label: 'People with level and target on both days', value: String(common) },
        { label: 'Larger than chance would make it', value: isClear ? 'yes' : 'no' },
      ],
      excluded: [],
      constants: 'Clear from 10 people on both days and 2 standard errors of their paired differences.',
    },
  ];
}

function stepLines(steps: ChangeSteps) {
  return [
    { label: 'Evidence moved: exposure', value: signed(steps.exposure) },
    { label: 'Evidence moved: people known on one day only', value: signed(steps.known) },
    { label: 'People moved: targets', value: signed(steps.targets) },
    { label: 'People moved: joined and left', value: signed(steps.joinedAndLeft) },
    { label: 'People moved: levels', value: signed(steps.levels) },
  ];
}
