const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether the text is a UUID as the database writes it: lower case, with hyphens. */
export function isUuid(text: string): boolean {
  return UUID.test(text);
}

/** The same in small or capital letters, as programs may write it; the database takes both. */
export function isAnyUuid(text: string): boolean {
  return UUID.test(text.toLowerCase());
}
