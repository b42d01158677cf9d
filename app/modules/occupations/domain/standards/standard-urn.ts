import type { StandardKind } from './standard';

/** Opaque (formats 1.3): letters, digits and &, after spaces are removed and letters made capital. */
const URN = /^[A-Z][A-Z0-9&]{1,11}[0-9]{1,6}[A-Z]?$/;
const LETTERS: Readonly<Record<StandardKind, string>> = { performance: 'P', knowledge: 'K' };

/** The URN in its one form: SFS SCM 4 is SFSSCM4; null for what is no URN. */
export function readUrn(text: string): string | null {
  const urn = text.replaceAll(/\s+/g, '').toUpperCase();
  return URN.test(urn) ? urn : null;
}

/** How a statement of a standard is cited: SFSSCM4#P12, SFSSCM4#K7. */
export function citeStatement(urn: string, kind: StandardKind, number: number): string {
  return `${urn}#${LETTERS[kind]}${number}`;
}

export interface StandardReference {
  readonly urn: string;
  readonly kind: StandardKind;
  readonly number: number;
}

/** Reads a citation such as SFSSCM4#P12; null for what is none. */
export function readCitation(text: string): StandardReference | null {
  const [, urn = '', letter = '', digits = ''] = /^([^#]+)#([PK])(\d{1,3})$/i.exec(text.trim()) ?? [];
  const known = readUrn(urn);
  if (!known) return null;
  const kind = letter.toUpperCase() === 'P' ? 'performance' : 'knowledge';
  return { urn: known, kind, number: Number(digits) };
}
