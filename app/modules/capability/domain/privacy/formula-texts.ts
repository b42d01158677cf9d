/**
 * The formulas for people, with the organization's own constants and an example that the formulas themselves compute.
 * Beside each stands the file whose words it retells; a test holds text, constants and code together.
 */
import type { Level } from '~/modules/frameworks/domain/level';
import { ATTAINMENT_PARTS, attainmentTwelfths } from '../attainment';
import type { MethodConstants } from '../constants';
import { strengthAfter } from '../evidence-strength';
import { fitOf } from '../fit';
import { gapOf } from '../gap';
import { lowerMedian } from '../peer-rating';
import { shownShare } from '../round-shown';
import { coarseShare } from '../suppression/released-figures';

export interface FormulaText {
  readonly name: string;
  readonly meaning: string;
  readonly formula: string;
  readonly example: string;
}

const AGE_DAYS = 274;
const shown = (value: number) => value.toFixed(2);
const trusts = ({ trust }: MethodConstants) =>
  `calibrated ${shown(trust.calibrated / 1000)}, manager ${shown(trust.manager / 1000)}, peers ${shown(trust.peer / 1000)}, self ${shown(trust.self / 1000)}`;

/** All formulas that a figure about a person or a group is computed by, in the order of their use. */
export function formulaTexts(constants: MethodConstants): FormulaText[] {
  return [
    levelText(constants),
    strengthText(constants),
    peerText(constants),
    differenceText(constants),
    targetText(constants),
    gapText(),
    fitText(constants),
    groupText(),
    readinessText(),
    singlePointText(constants),
    releasedText(constants),
  ];
}

// current-level.ts
function levelText(constants: MethodConstants): FormulaText {
  const { halfLifeMonths, trust } = constants;
  const old = strengthAfter(trust.manager, AGE_DAYS, constants);
  const fresh = strengthAfter(trust.self, 0, constants);
  const winner = old >= fresh ? "manager's" : 'self-';
  return {
    name: 'Current level',
    meaning: 'What a person can do in a dimension, 0 to 4, as known on a day. Not assessed is not 0.',
    formula: `The submitted rating with the largest trust × 0.5^(age / ${halfLifeMonths} months). Trust: ${trusts(constants)}. A rating under another occupation counts half, and only for durable skills. An unsure answer replaces nothing.`,
    example: `A manager's rating of ${AGE_DAYS} days ago weighs ${shown(old)}, a self-rating of today ${shown(fresh)}: the ${winner}${winner === 'self-' ? 'rating' : ' rating'} is the level.`,
  };
}

// evidence-strength.ts
function strengthText(constants: MethodConstants): FormulaText {
  const { evidenceBonus, halfLifeMonths, strongFrom, fairFrom, trust } = constants;
  const strength = strengthAfter(Math.min(1000, trust.manager + evidenceBonus), AGE_DAYS, constants);
  return {
    name: 'Strength of evidence',
    meaning: 'How much a level can be leaned on. It is no probability.',
    formula: `The smaller of 1 and trust + ${shown(evidenceBonus / 1000)} where accepted evidence is attached, × 0.5^(age / ${halfLifeMonths} months). Strong from ${shown(strongFrom / 1000)}, fair from ${shown(fairFrom / 1000)}, else a re-check is due.`,
    example: `A manager's rating with evidence of ${AGE_DAYS} days ago: ${shown(strength)}.`,
  };
}

// peer-rating.ts
function peerText({ minimumPeers }: MethodConstants): FormulaText {
  const levels: Level[] = [1, 2, 3, 4];
  return {
    name: "Peers' rating",
    meaning: 'The peers of one cycle make one rating together.',
    formula: `The lower median of at least ${minimumPeers} peers' levels, dated at the last of them. Fewer make none.`,
    example: `Levels ${levels.join(', ')} make ${lowerMedian(levels)}.`,
  };
}

// self-manager-difference.ts
function differenceText({ comparisonMonths }: MethodConstants): FormulaText {
  return {
    name: 'Self-manager difference',
    meaning: 'How a person sees themselves against how the manager does.',
    formula: `Self-rating less manager's rating, each the newest of its kind within ${comparisonMonths} months.`,
    example: 'Self 3 and manager 2 differ by 1 level.',
  };
}

// target.ts
function targetText({ minimumShare }: MethodConstants): FormulaText {
  return {
    name: 'Target',
    meaning: "The level that a person's occupation and role band ask for.",
    formula: `The written target of the occupation and role band; where none is written, the number of the role band, called a default target. Occupations under ${minimumShare} % of a person's work set none.`,
    example: 'Without a written target, role band 2 asks for level 2.',
  };
}

// gap.ts, attainment.ts
function gapText(): FormulaText {
  const [level, target]: [Level, Level] = [2, 3];
  const attained = attainmentTwelfths(level, target) / ATTAINMENT_PARTS;
  return {
    name: 'Gap and attainment',
    meaning: 'Levels missing to a target, and how much of it is reached. A surplus hides no gap.',
    formula: 'Gap = target − level, never below 0. Attainment = level / target, at most 1.',
    example: `Level ${level} for target ${target}: gap ${gapOf(level, target)}, attainment ${shown(attained)}.`,
  };
}

// fit.ts
function fitText(constants: MethodConstants): FormulaText {
  const parts = [
    { level: 2, target: 3, weight: 2 },
    { level: 4, target: 4, weight: 1 },
  ] as const;
  const { atTarget, dimensions, levelsMissing } = fitOf(parts, constants);
  return {
    name: 'Fit',
    meaning: 'How far a person reaches a profile. It is printed in words, never as a percentage.',
    formula: `Sum of weight × attainment / sum of weight, over what is assessed; withheld under ${shownShare(constants.fitMinimumWeight)} of the weight assessed.`,
    example: `Level 2 for target 3 and level 4 for target 4: ${atTarget} of ${dimensions} dimensions at target, ${levelsMissing} level missing.`,
  };
}

// cell-figures.ts
function groupText(): FormulaText {
  return {
    name: 'Figures of a group',
    meaning: 'A team with all beneath it, in one dimension.',
    formula:
      'Mean = sum of levels / people assessed. Share at target = people at target / people with level and target. Gap index = 100 × sum of weight × gap / sum of weight × target. Who is not assessed is left out and counted beside.',
    example: 'Levels 1, 2 and 3 have the mean 2.0.',
  };
}

// ai-readiness/group-readiness.ts
function readinessText(): FormulaText {
  const half = attainmentTwelfths(1, 2) / ATTAINMENT_PARTS;
  return {
    name: 'AI-readiness',
    meaning: 'How a group uses AI against what its occupations ask. It is no score of a person.',
    formula:
      'Attainment = level in AI use / target, never above 1. AI-readiness = 100 × mean attainment over people assessed with a target. Beside it weighted by the observed exposure of occupations, only where at least half of the assessed have one above 0. Exposure describes work, never a person.',
    example: `One person at level 1 of target 2 (${shown(half)}) and one at target make ${shown((100 * (half + 1)) / 2)}.`,
  };
}

// holders.ts
function singlePointText({ fairFrom, implicitPeople, implicitHolders }: MethodConstants): FormulaText {
  return {
    name: 'Single point of failure',
    meaning: 'A group that only one person holds up in a critical dimension.',
    formula: `Where at least ${implicitPeople} people of a group have a critical target, at least ${implicitHolders} must hold the lowest of them: active, available, rated by somebody else, evidence from ${shown(fairFrom / 1000)}. Exactly one holder is a single point of failure.`,
    example: `One of ${implicitPeople + 1} guards holds what all of them need: a single point of failure.`,
  };
}

// suppression/cut-release.ts, released-figures.ts
function releasedText({ suppressionK: k }: MethodConstants): FormulaText {
  const share = coarseShare(k, 4 * k, k);
  const points = share?.step === 'tenPoints' ? `${share.percent} %` : 'a third';
  return {
    name: 'Released figures',
    meaning: 'All that people without individual access read about others.',
    formula: `Only groups with at least ${k} people assessed who are not all at one level; a smaller one is hidden together with others. Figures are as of a release, change only when at least ${k} people had an event, and are rounded: mean to one decimal, shares to thirds, or to 10 points from ${4 * k} people. A share that together with the mean would tell the level of fewer than ${k} people is left out.`,
    example: `${k} of ${4 * k} people at target read ${points}.`,
  };
}
