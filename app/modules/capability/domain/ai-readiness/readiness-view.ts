/** What the page and the API show of AI-readiness; plain data. */
import type { Dimension } from '~/modules/frameworks/domain/dimension';
import type { CoarseShare } from '../suppression/released-figures';
import type { ReadinessFigures } from './group-readiness';
import type { ReadinessChange } from './readiness-change';
import type { GroupReadiness } from './readiness-sums';

export const READINESS_ROWS = ['occupation', 'team', 'site'] as const;
export type ReadinessRows = (typeof READINESS_ROWS)[number];

/** Of figures that ratings of a blind cycle close to the viewer. */
export const NOT_OPEN = 'not open to you yet';

/** Exposure of an occupation; null of rows that are no occupation. */
export interface ShownExposure {
  /** 0 to 1; null: no data. */
  readonly exposure: number | null;
  /** Code and title of the SOC occupation whose value it is, where it is not the occupation's own. */
  readonly inheritedFrom: string | null;
}

export interface LiveReadinessRow {
  readonly suppressed: false;
  readonly released: false;
  /** null: people in none. */
  readonly id: string | null;
  readonly name: string;
  readonly sums: GroupReadiness;
  readonly figures: ReadinessFigures;
  readonly exposure: ShownExposure | null;
  readonly change: ReadinessChange | null;
  /** Its figures are not open to the viewer yet (waiting-figures.ts): it holds its people alone. */
  readonly closed?: boolean | undefined;
}

/** A row as released: rounded before it leaves, nothing but these figures (method.md 9.6). */
export interface ReleasedReadinessRow {
  readonly suppressed: boolean;
  readonly released: true;
  /** Code of the group or occupation; null: the organization, or people without an occupation. */
  readonly id: string | null;
  readonly name: string;
  readonly kind: 'group' | 'direct';
  /** People of it are left out, since the viewer reads them one by one. */
  readonly restOf: boolean;
  /** How deep it stands in the tree, 0 at the top. */
  readonly depth: number;
  readonly isLeaf: boolean;
  readonly people: number | null;
  readonly assessed: number | null;
  readonly mean: number | null;
  readonly atTarget: CoarseShare | null;
  readonly readiness: CoarseShare | null;
  readonly weightedReadiness: CoarseShare | null;
  readonly exposure: ShownExposure | null;
  /** Day of the oldest figure in it, where that is not the release's. */
  readonly figuresOf: string | null;
}

/** Skills that stand beside AI-readiness and are not mixed into it. */
export const BESIDE: readonly Dimension[] = ['critical_thinking', 'metacognition', 'growth_mindset'];

export interface SkillBeside {
  readonly dimension: Dimension;
  readonly people: number;
  readonly assessed: number;
  /** null: not assessed, or not shown. */
  readonly mean: number | null;
  readonly atTargetShare: number | null;
  readonly atTargetBand: CoarseShare | null;
  /** Not open to the viewer yet (waiting-figures.ts). */
  readonly closed?: boolean | undefined;
}
