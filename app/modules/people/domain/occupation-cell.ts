import { type Parsed, quote } from './cells';
import { isRoleBand, ROLE_BAND_LABELS, type RoleBand } from './role-band';

/** O*NET-SOC 2019 code. */
export const OCCUPATION_CODE = /^\d{2}-\d{4}\.\d{2}$/;

export interface OccupationShare {
  readonly soc: string;
  /** Whole percent of the person's work, 1 to 100. */
  readonly share: number;
}

const MAX_OCCUPATIONS = 10;

/** Reads `code` (share 100) or `code:share;code:share`; empty gives no occupation. Ordered by code. */
export function parseOccupations(text: string): Parsed<OccupationShare[]> {
  if (text === '') return { ok: true, value: [] };
  const parts = text.split(';').map((part) => part.trim());
  const shares: OccupationShare[] = [];
  for (const part of parts) {
    const [soc = '', share, ...rest] = part.split(':').map((piece) => piece.trim());
    if (!OCCUPATION_CODE.test(soc))
      return { ok: false, fault: `${quote(soc)} is not an occupation code such as 33-9032.00.` };
    if (rest.length > 0 || (share !== undefined && !/^\d{1,3}$/.test(share)))
      return { ok: false, fault: `${quote(part)} is not written as code:share.` };
    if (share === undefined && parts.length > 1)
      return { ok: false, fault: `${soc} needs a share: code:share;code:share.` };
    shares.push({ soc, share: share === undefined ? 100 : Number(share) });
  }
  const fault = sharesFault(shares);
  return fault ? { ok: false, fault } : { ok: true, value: shares.sort((a, b) => (a.soc < b.soc ? -1 : 1)) };
}

function sharesFault(shares: readonly OccupationShare[]): string | null {
  if (shares.length > MAX_OCCUPATIONS) return `names more than ${MAX_OCCUPATIONS} occupations.`;
  if (shares.some((one) => one.share < 1 || one.share > 100)) return 'has a share outside 1 to 100.';
  if (new Set(shares.map((one) => one.soc)).size < shares.length) return 'names an occupation twice.';
  const total = shares.reduce((sum, one) => sum + one.share, 0);
  return total > 100 ? `has shares that add up to ${total}, more than 100.` : null;
}

/** Reads 1 to 4 or one of the four labels, in any case; empty gives null. */
export function parseRoleBand(text: string): Parsed<RoleBand | null> {
  if (text === '') return { ok: true, value: null };
  const number = /^\d$/.test(text) ? Number(text) : bandOfLabel(text);
  if (isRoleBand(number)) return { ok: true, value: number };
  const labels = Object.values(ROLE_BAND_LABELS).join(', ');
  return { ok: false, fault: `${quote(text)} is not 1 to 4 and none of ${labels}.` };
}

function bandOfLabel(text: string): number {
  const wanted = text.toLowerCase();
  const found = Object.entries(ROLE_BAND_LABELS).find(([, label]) => label.toLowerCase() === wanted);
  return found ? Number(found[0]) : 0;
}
