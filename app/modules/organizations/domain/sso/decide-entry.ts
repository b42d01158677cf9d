import type { Role } from '../role';
import { JOIN_ROLES, type JoinRole } from './connection';

/** An account as the organization sees it. */
export interface KnownAccount {
  readonly userId: string;
  /** Null: no member. */
  readonly role: Role | null;
  /** Belonged to the organization, and was removed or left. */
  readonly isFormer: boolean;
  /** Another subject of the same issuer is this account already. */
  readonly hasOtherIdentity: boolean;
}

/** What is known when a provider vouches for somebody. */
export interface EntryFacts {
  /** Whom the subject was before in this organization; null when it comes for the first time. */
  readonly identity: Pick<KnownAccount, 'userId' | 'role'> | null;
  /** Who is signed in by the own account and asked to connect it; null when nobody did. */
  readonly connecting: KnownAccount | null;
  /** Whether the provider says that the address is verified, and it lies in a domain that the organization verified. */
  readonly isAddressVouched: boolean;
  /** The account that has the address. */
  readonly account: KnownAccount | null;
  readonly joinRole: JoinRole | null;
}

export type EntryRefusal =
  | 'removed'
  | 'connected-to-another'
  | 'has-another-identity'
  | 'not-a-member'
  | 'connect-yourself'
  | 'address-not-vouched'
  | 'nobody-joins';

/** enter: as before. connect: the subject is this member from now on. join: a new member, with a new account when null. */
export type Entry =
  | { readonly kind: 'enter' | 'connect'; readonly userId: string }
  | { readonly kind: 'join'; readonly userId: string | null; readonly role: JoinRole }
  | { readonly kind: 'refused'; readonly why: EntryRefusal };

/**
 * Who comes in when a provider vouches for a subject. The address alone never decides: a subject is whom it was before,
 * or whose owner asked for it, or whoever has an address for which provider and organization both stand, as long as no
 * more hangs on it than a provider may give. Source: ASVS 5.0 V10.5; decision 20.
 */
export function decideEntry(facts: EntryFacts): Entry {
  const { identity, connecting, account, joinRole } = facts;
  if (identity) {
    if (connecting && connecting.userId !== identity.userId) return refused('connected-to-another');
    return identity.role ? { kind: 'enter', userId: identity.userId } : refused('removed');
  }
  if (connecting) {
    if (!connecting.role) return refused('not-a-member');
    if (connecting.hasOtherIdentity) return refused('has-another-identity');
    return { kind: 'connect', userId: connecting.userId };
  }
  if (!facts.isAddressVouched) return refused('address-not-vouched');
  if (account?.isFormer && !account.role) return refused('removed');
  if (account?.hasOtherIdentity) return refused('has-another-identity');
  if (account?.role)
    return isByAddress(account.role)
      ? { kind: 'connect', userId: account.userId }
      : refused('connect-yourself');
  return joinRole
    ? { kind: 'join', userId: account?.userId ?? null, role: joinRole }
    : refused('nobody-joins');
}

/** Roles whose members a vouched address connects: those that somebody may get by coming. Others press the button. */
const isByAddress = (role: Role) => JOIN_ROLES.some((one) => one === role);

const refused = (why: EntryRefusal): Entry => ({ kind: 'refused', why });

/** What a refusal says to whom it meets. */
export const REFUSAL_WORDS: Readonly<Record<EntryRefusal, string>> = {
  removed:
    'You do not belong to this organization any more. An administrator of the organization can invite you again.',
  'connected-to-another':
    'This identity is connected with another account. Sign out, and begin again without connecting.',
  'has-another-identity':
    'The account with this address is connected with another identity of the same provider. Ask an administrator of your organization.',
  'not-a-member':
    'The account that you are signed in with does not belong to this organization. An administrator can invite you.',
  'connect-yourself':
    'You belong to the organization already. With your role you connect your account yourself, once: sign in with your password or passkey, begin single sign-on again, and choose to continue and connect.',
  'address-not-vouched':
    'Cadre cannot tell who you are here. If you belong to the organization already, sign in with your password first, and then connect your account. If not, ask an administrator to invite you.',
  'nobody-joins':
    'You do not belong to this organization. An administrator of the organization can invite you.',
};
