/**
 * The dimensions that suppressed viewers read in each tree: durable and mastery by team; AI use by group of occupations,
 * or by team where the organization says so before its first release with AI use. Never in both: two overlapping
 * trees of one dimension would expose their difference. Source: method.md 9.2.
 */
import { DIMENSIONS, instrumentOf } from '~/modules/frameworks/domain/dimension';

export type AiUseTree = 'occupation' | 'team';

/** Index of AI use in DIMENSIONS. */
export const AI_USE: number = DIMENSIONS.indexOf('ai_use');

const OTHERS: readonly number[] = DIMENSIONS.flatMap((dimension, index) =>
  instrumentOf(dimension) === 'ai_use' ? [] : [index],
);

/** Indexes in DIMENSIONS; null: AI use is not released. */
export function teamDimensions(aiUse: AiUseTree | null): readonly number[] {
  return aiUse === 'team' ? [...OTHERS, AI_USE].sort((a, b) => a - b) : OTHERS;
}
