import type { StatementParts } from '../split-statement';

/**
 * Label and behaviour of a run-together text whose label is known: its beginning, with something behind it. Null where
 * the text does not begin so, or where nothing is left.
 */
export function splitAt(text: string, label: string): StatementParts | null {
  const wanted = label.trim();
  if (wanted === '' || !text.startsWith(wanted)) return null;
  const behaviour = text
    .slice(wanted.length)
    .replace(/^\s*(?:[\u2012-\u2015\u2212]\s*)?/u, '')
    .trim();
  return behaviour === '' ? null : { label: wanted, behaviour };
}
