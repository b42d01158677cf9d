/**
 * Where a rating of O*NET stands on its scale, 0 to 100 (formats 1.1): importance (1 to 5) as (value - 1) / 4, level
 * (0 to 7) as value / 7, impact of a work style (-3 to 3) as (value + 3) / 6. Not rounded; a value beyond its scale
 * counts as its end.
 */
export function scaleShare(scale: 'importance' | 'level' | 'impact', value: number): number {
  const [least, most] = SCALES[scale];
  return (100 * (Math.min(most, Math.max(least, value)) - least)) / (most - least);
}

const SCALES = { importance: [1, 5], level: [0, 7], impact: [-3, 3] } as const;
