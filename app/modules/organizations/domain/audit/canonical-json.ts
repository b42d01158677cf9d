/** What JSON can hold. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/**
 * JSON with the names of each object in order of their code units and no space: one value has one text.
 * Throws TypeError for what JSON cannot hold as it is: undefined, a number that is not finite, text with a lone
 * surrogate or a NUL.
 */
export function canonicalJson(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const names = Object.keys(value).sort();
    const members = value as Readonly<Record<string, Json>>;
    return `{${names.map((name) => `${scalar(name)}:${canonicalJson(members[name] as Json)}`).join(',')}}`;
  }
  return scalar(value as string | number | boolean | null);
}

function scalar(value: string | number | boolean | null): string {
  if (typeof value === 'string' && (!value.isWellFormed() || value.includes('\0'))) {
    throw new TypeError('the text cannot be stored');
  }
  if (value === undefined || (typeof value === 'number' && !Number.isFinite(value))) {
    throw new TypeError('the value cannot be written as JSON');
  }
  return JSON.stringify(value);
}
