const CONTROL = /\p{Cc}/u;
const LONE_SURROGATE = /\p{Cs}/u;
/** Characters that reverse the reading order, so that a text shows other words than it holds. */
const DIRECTION = /[\u202a-\u202e\u2066-\u2069]/u;
const MARKUP = /<[/!?]?[a-z]/iu;

function hex(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}

/**
 * Why a text holds characters that cannot be stored or shown, or null. Refused: control characters with NUL,
 * lone surrogates, characters that reverse the reading order. Line breaks and tabs are control characters.
 */
export function characterFault(text: string): string | null {
  for (const [pattern, words] of [
    [CONTROL, 'a control character'],
    [LONE_SURROGATE, 'half of a character pair (a lone surrogate)'],
    [DIRECTION, 'a character that reverses the reading order'],
  ] as const) {
    const found = pattern.exec(text);
    if (found) return `Character ${found.index + 1} is ${words} (${hex(found[0])}).`;
  }
  return null;
}

/**
 * Why a text cannot be taken over as plain words, or null: a character fault, HTML or script (any `<tag`),
 * nothing but spaces, or more than `maxChars` UTF-16 units.
 */
export function textFault(text: string, maxChars: number): string | null {
  if (text.length > maxChars) return `The text has ${text.length} characters; at most ${maxChars} are read.`;
  if (text.trim() === '') return 'The text is empty.';
  const character = characterFault(text);
  if (character) return character;
  const markup = MARKUP.exec(text);
  if (markup) return `Character ${markup.index + 1} starts HTML or script; only plain text is read.`;
  return null;
}
