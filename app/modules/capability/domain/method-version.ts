import { createHash } from 'node:crypto';
import type { Instrument } from '~/modules/frameworks/domain/dimension';
import { INSTRUMENTS } from '~/modules/frameworks/domain/dimension';
import { DEFAULT_CONSTANTS, FORMULA_VERSION, type MethodConstants } from './constants';

/**
 * The version stored and shown with every aggregate: that of the formulas, and where the organization's constants or
 * instruments are not the defaults, after a point the beginning of their hash. Another version means: compute again
 * (method.md, General rules). The smallest group of suppression changes no aggregate and is left out.
 */
export function methodVersion(constants: MethodConstants, instruments: readonly Instrument[]): string {
  const own = canonical(constants, instruments);
  if (own === canonical(DEFAULT_CONSTANTS, INSTRUMENTS)) return FORMULA_VERSION;
  return `${FORMULA_VERSION}.${createHash('sha256').update(own).digest('hex').slice(0, 8)}`;
}

function canonical(
  { suppressionK: _, trust, ...numbers }: MethodConstants,
  instruments: readonly string[],
): string {
  return JSON.stringify([sorted(numbers), sorted(trust), [...new Set(instruments)].sort()]);
}

function sorted(values: object): [string, unknown][] {
  return Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1));
}
