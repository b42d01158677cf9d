import { createHash } from 'node:crypto';

/** The id that grow-raters.ts gives a person by number, as PostgreSQL writes it. */
export function personId(number: number): string {
  const hex = createHash('md5').update(`${number}person`).digest('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
