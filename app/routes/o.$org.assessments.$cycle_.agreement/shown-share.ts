/** A share in whole percent; 0 % and 100 % only when exact. */
export function shownShare(
  share: number | null,
  { part, of }: { readonly part: number; readonly of: number },
): string {
  if (share === null) return 'unknown';
  const percent = Math.round(share * 100);
  if (percent === 0 && part > 0) return '<1 %';
  if (percent === 100 && part < of) return '>99 %';
  return `${percent} %`;
}
