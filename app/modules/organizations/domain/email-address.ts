const ADDRESS = /^[^\s@<>"(),:;\\[\]\p{Cc}]{1,64}@[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?$/iu;

/** The address without space around it, or null when it cannot be one. */
export function emailAddress(text: string): string | null {
  const trimmed = text.trim();
  return trimmed.isWellFormed() && ADDRESS.test(trimmed) ? trimmed : null;
}
