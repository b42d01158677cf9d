import type { FieldError } from '~/shared/errors';

/** What can be set in whole numbers, from least to most; as the table public.organizations checks it. */
export const SETTING_RANGES = {
  suppressionK: { least: 3, most: 50 },
  retentionMonths: { least: 6, most: 120 },
  ratingRetentionMonths: { least: 24, most: 240 },
} as const;

interface Ranged {
  readonly suppressionK: number;
  readonly retentionMonths: number;
  readonly ratingRetentionMonths: number | null;
}

/** What is wrong about numbers that are to be set; k may only rise, lowering it needs two people. */
export function settingsFaults(before: Ranged, after: Ranged): FieldError[] {
  const fields = ['suppressionK', 'retentionMonths', 'ratingRetentionMonths'] as const;
  return fields.flatMap((field) => {
    const value = after[field];
    if (value === null && field === 'ratingRetentionMonths') return [];
    const { most } = SETTING_RANGES[field];
    const least = field === 'suppressionK' ? before.suppressionK : SETTING_RANGES[field].least;
    if (Number.isInteger(value) && Number(value) >= least && Number(value) <= most) return [];
    return [{ pointer: field, detail: `Enter a whole number from ${least} to ${most}.` }];
  });
}
