/** A path of this site to go to next: anything else, such as another host, becomes the fallback. */
export function returnPath(value: unknown, fallback: string): string {
  if (typeof value !== 'string' || value.length > 2_000) return fallback;
  return /^\/(?![/\\])[\x21-\x7e]*$/.test(value) ? value : fallback;
}
