import { InvalidInput } from '~/shared/errors';
import type { MemberRights } from './member-rights';
import { GIVEN_BY_OTHERS } from './member-rights';
import { ROLES, type Role } from './role';

/** Most days that a token is good for. */
export const MOST_TOKEN_DAYS = 365;
const LONGEST_NAME = 100;

/** What somebody wants to make. */
export interface WantedToken {
  readonly name: string;
  readonly role: Role;
  readonly teamScope: readonly string[];
  readonly days: number;
}

/** Roles of tokens that an author may make: only an owner makes one that acts as an owner. */
export function tokenRolesFor(author: Role): readonly Role[] {
  return ROLES.filter((role) => role !== 'owner' || author === 'owner');
}

/**
 * Whether somebody else than its maker has to approve a token before it opens anything: who holds the token reads what
 * its role reads, and nobody gives themselves rights that show what is known of others (product.md, Roles).
 */
export function needsApproval({ role }: Pick<MemberRights, 'role'>): boolean {
  return GIVEN_BY_OTHERS.includes(role);
}

interface MadeToken {
  readonly name: string;
  readonly createdBy: string | null;
  readonly needsApproval: boolean;
  readonly expiresAt: Date;
}

/** Names of the tokens that somebody made and that work now. */
export function namesOfWorking(
  tokens: readonly MadeToken[],
  { createdBy, now }: { readonly createdBy: string; readonly now: Date },
): string[] {
  return tokens
    .filter((token) => token.createdBy === createdBy && !token.needsApproval && token.expiresAt > now)
    .map(({ name }) => name);
}

/** Name and days as they may be kept. Throws InvalidInput naming the field. */
export function checkedToken(wanted: WantedToken): WantedToken {
  const name = wanted.name.trim();
  const { days } = wanted;
  const errors = [
    ...(name === '' || [...name].length > LONGEST_NAME
      ? [{ pointer: 'name', detail: `Say what it is for, in 1 to ${LONGEST_NAME} characters.` }]
      : []),
    ...(Number.isInteger(days) && days >= 1 && days <= MOST_TOKEN_DAYS
      ? []
      : [{ pointer: 'days', detail: `Enter whole days, 1 to ${MOST_TOKEN_DAYS}.` }]),
  ];
  if (errors.length > 0) throw new InvalidInput('The token cannot be made.', errors);
  return { ...wanted, name };
}
