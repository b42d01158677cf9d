const CIP = /\d{2}\.\d{4}/gu;

/**
 * CIP 2020 programme codes run together ("43.010943.0302"), as text with their leading zeros (formats 1.3).
 * Null where anything but codes, spaces, commas or middle dots is left over.
 */
export function splitCipCodes(text: string): string[] | null {
  const rest = text.replace(CIP, '').replace(/[\s,·]/gu, '');
  return rest === '' ? (text.match(CIP) ?? []) : null;
}
