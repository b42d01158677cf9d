/**
 * "Why this number" of a tile of the overview: the formula in words with its inputs, and who was left out and how many.
 * Inputs are the sums that the figure is formed from; nothing is read anew. Source: method.md, General rules, and 12.
 */
import { ATTAINMENT_PARTS } from '../attainment';
import { roundHalf } from '../round-shown';
import type { Why } from '../why-cell';
import { criticalCoverage } from './critical-coverage';
import type { OverviewSums } from './overview-sums';
import { type FigureScope, type TileKey, tileValue } from './tile';

type Parts = Pick<Why, 'formula' | 'inputs' | 'excluded'>;

/** Null where the tile holds no figure. */
export function whyTile(
  key: TileKey,
  sums: OverviewSums,
  scope: FigureScope & { readonly version: string },
): Why | null {
  const value = tileValue(key, sums, scope);
  if (value === null) return null;
  const { excluded, ...parts } = PARTS[key](sums, value);
  return {
    ...parts,
    excluded: excluded.filter(({ count }) => count > 0),
    versions: `Formula version ${scope.version}`,
  };
}

const PARTS: Readonly<Record<TileKey, (sums: OverviewSums, value: number) => Parts>> = {
  coverage: ({ coverage }, value) => {
    const { requirements, states, implicit } = criticalCoverage(coverage);
    return {
      formula:
        'Critical coverage = requirements met / requirements. Each requirement counts once for each team that sets it.',
      inputs: [
        ...stateInputs(states),
        { label: 'Requirements, written and implied', value: `${requirements - implicit} + ${implicit}` },
        { label: 'Coverage', value: `${states.met} / ${requirements} = ${roundHalf(value, 10)} %` },
      ],
      excluded: [],
    };
  },
  singlePoints: ({ coverage }) => {
    const { requirements, states } = criticalCoverage(coverage);
    return {
      formula:
        'Single points of failure = requirements that exactly one person meets, and that ask for more.',
      inputs: [...stateInputs(states), { label: 'Requirements', value: String(requirements) }],
      excluded: [],
    };
  },
  aiReadiness: ({ ai, people }, value) => ({
    formula:
      'AI-readiness = 100 × mean attainment in AI use over assessed people with a target; attainment = level / target, at most 1.',
    inputs: [
      { label: 'Sum of attainments', value: roundHalf(ai.attained / ATTAINMENT_PARTS, 100).toString() },
      { label: 'Assessed people with a target', value: String(ai.assessed) },
      { label: 'AI-readiness', value: roundHalf(value, 10).toFixed(1) },
    ],
    excluded: [
      { reason: 'not assessed in AI use', count: ai.withTarget - ai.assessed },
      { reason: 'no target for AI use', count: people - ai.withTarget },
    ],
  }),
  velocity: ({ moves, people }, value) => ({
    formula:
      'Development velocity = 100 × net level change between two ratings of the same kind, the later one of this quarter / people with such a pair.',
    inputs: [
      { label: 'Pairs', value: String(moves.pairs) },
      { label: 'Rises and falls', value: `${moves.rises} and ${moves.falls}` },
      { label: 'Net change in levels', value: String(moves.net) },
      { label: 'People with a pair', value: String(moves.people) },
      {
        label: 'Velocity',
        value: `100 × ${moves.net} / ${moves.people} = ${roundHalf(value, 10).toFixed(1)}`,
      },
    ],
    excluded: [{ reason: 'not rated again in this quarter', count: people - moves.people }],
  }),
  trust: ({ trust }, value) => ({
    formula:
      'Data trust = sum of evidence strength, 0 where not assessed / pairs of an active person and a dimension with a target.',
    inputs: [
      { label: 'Sum of strengths', value: roundHalf(value * trust.withTarget, 10).toFixed(1) },
      { label: 'Pairs with a target', value: String(trust.withTarget) },
      { label: 'Of them assessed', value: String(trust.assessed) },
      { label: 'Data trust', value: roundHalf(value, 100).toFixed(2) },
    ],
    excluded: [],
  }),
};

function stateInputs(states: ReturnType<typeof criticalCoverage>['states']) {
  return [
    { label: 'Met', value: String(states.met) },
    { label: 'Short', value: String(states.short) },
    { label: 'On one person', value: String(states.single) },
    { label: 'Uncovered', value: String(states.uncovered) },
    { label: 'Unknown', value: String(states.unknown) },
  ];
}
