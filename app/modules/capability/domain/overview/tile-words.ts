/** Names and printed figures of the tiles. Rounded only here; missing is a word, never 0. Source: product.md. */
import { MINUS, roundHalf, shownShare } from '../round-shown';
import type { TileKey } from './tile';

export const TILE_NAMES: Readonly<Record<TileKey, string>> = {
  coverage: 'Critical coverage',
  singlePoints: 'Single points of failure',
  aiReadiness: 'AI-readiness',
  velocity: 'Development velocity',
  trust: 'Data trust',
};

/** What the figure is, small beside the name. */
export const TILE_UNITS: Readonly<Record<TileKey, string>> = {
  coverage: 'requirements met',
  singlePoints: 'requirements on one person',
  aiReadiness: 'use of AI against target',
  velocity: 'levels a hundred people this quarter',
  trust: 'strength of evidence, 0 to 1',
};

const MISSING: Readonly<Record<TileKey, string>> = {
  coverage: 'no requirement written',
  singlePoints: 'no requirement written',
  aiReadiness: 'not assessed',
  velocity: 'insufficient history',
  trust: 'no target',
};

/** The figure as it is printed, or the word for what is missing. */
export function shownTile(key: TileKey, value: number | null): string {
  if (value === null) return MISSING[key];
  if (key === 'coverage') return shownShare(value / 100);
  if (key === 'singlePoints' || key === 'aiReadiness') return String(roundHalf(value, 1));
  return signed(roundHalf(value, key === 'trust' ? 100 : 10).toFixed(key === 'trust' ? 2 : 1));
}

/** A change with its sign, "+4", "−0.03", "0". */
export function shownChange(key: TileKey, change: number): string {
  const digits = key === 'trust' ? 2 : key === 'velocity' ? 1 : 0;
  const rounded = roundHalf(change, 10 ** digits);
  return rounded > 0 ? `+${rounded.toFixed(digits)}` : signed(rounded.toFixed(digits));
}

function signed(text: string): string {
  return text.replace('-', MINUS);
}
