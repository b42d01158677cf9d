export const SHORTEST_PASSWORD = 12;
export const LONGEST_PASSWORD = 200;

/** What is wrong with a password that somebody chooses, in a sentence, or null. */
export function passwordFault(
  password: string,
  person: { readonly email: string; readonly name: string },
): string | null {
  const length = [...password].length;
  if (length < SHORTEST_PASSWORD) return `Choose at least ${SHORTEST_PASSWORD} characters.`;
  if (length > LONGEST_PASSWORD) return `Choose at most ${LONGEST_PASSWORD} characters.`;
  if (!password.isWellFormed() || password.includes('\0')) return 'Choose characters that can be typed.';
  const plain = password.toLowerCase();
  if (plain === person.email.toLowerCase() || plain === person.name.toLowerCase())
    return 'Choose something else than your address or your name.';
  return null;
}
