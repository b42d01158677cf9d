/** A dash between spaces: the separator of label and behaviour. */
const DASH = / [\u2012-\u2015\u2212-] /gu;
const END_PUNCTUATION = new Set(' .,;:!?…');

function trimEndPunctuation(text: string): string {
  let end = text.length;
  while (end > 0 && END_PUNCTUATION.has(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

/**
 * The form of a statement that its identity is taken from (method 11): Unicode NFC, spaces collapsed, dashes
 * between spaces dropped with their spaces (the page text has lost them, the JSON export has them), small
 * letters, without punctuation at the end.
 */
export function normaliseStatement(text: string): string {
  const spaced = text.normalize('NFC').replace(/\s+/gu, ' ').trim();
  return trimEndPunctuation(spaced.replace(DASH, '').toLowerCase().normalize('NFC'));
}
