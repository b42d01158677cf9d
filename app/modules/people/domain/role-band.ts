/** Role bands, ordinal 1 to 4; the ordinal is also the default target level (method.md 2). */
export type RoleBand = 1 | 2 | 3 | 4;

export const ROLE_BANDS: readonly RoleBand[] = [1, 2, 3, 4];

export const ROLE_BAND_LABELS: Readonly<Record<RoleBand, string>> = {
  1: 'Entry / Apprentice',
  2: 'Mid-level / Established',
  3: 'Senior / Expert IC',
  4: 'Lead / Principal / Executive',
};

export function isRoleBand(value: number): value is RoleBand {
  return Number.isInteger(value) && value >= 1 && value <= 4;
}
