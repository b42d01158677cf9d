/**
 * The same text in memory of its own. A part that was cut out of a long text keeps the whole of it alive; what is kept
 * of a file that is read piece by piece must not.
 */
export function ownText(text: string): string {
  return JSON.parse(JSON.stringify(text)) as string;
}
