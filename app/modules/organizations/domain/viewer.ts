import type { SignInMethod } from './admission';
import type { Role } from './role';

/** Who asks, in one organization: a person who is signed in, or a token. */
export interface Viewer {
  readonly kind: 'user' | 'token';
  /** Id of the user or of the token. */
  readonly id: string;
  readonly name: string;
  /** The user who made the token; null: nobody of the organization. A person has none. */
  readonly madeBy?: string | null;
  /** How the person signed in; a token has none. */
  readonly method?: SignInMethod;
  readonly role: Role;
  /** Teams whose subtrees the membership or token is bound to. */
  readonly teamScope: readonly string[];
  /** The viewer's own record as an employee; a token has none. */
  readonly employeeId: string | null;
  readonly organization: { readonly id: string; readonly slug: string; readonly name: string };
}
