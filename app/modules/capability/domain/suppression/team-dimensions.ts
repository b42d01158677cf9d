/**
 * The dimensions that suppressed viewers read by team: durable and mastery. AI use is released by occupation group:
 * two overlapping trees of one dimension would expose their difference. Source: method.md 9.2.
 */
import { DIMENSIONS, instrumentOf } from '~/modules/frameworks/domain/dimension';

/** Indexes in DIMENSIONS. */
export const TEAM_DIMENSIONS: readonly number[] = DIMENSIONS.flatMap((dimension, index) =>
  instrumentOf(dimension) === 'ai_use' ? [] : [index],
);
