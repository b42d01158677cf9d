/**
 * The value of a cookie as it stands in a Cookie header, or null where none has the name. It is not decoded: what this
 * server sets needs no escapes, and other cookies of the same host may hold any text.
 */
export function readCookie(header: string | null, name: string): string | null {
  for (const pair of (header ?? '').split(';')) {
    const at = pair.indexOf('=');
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim();
  }
  return null;
}
