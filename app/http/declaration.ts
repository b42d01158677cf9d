import type { Permission } from '~/modules/organizations/domain/permissions';

/**
 * What a loader or action needs before it runs. Every loader and action of the application is made by a builder that
 * takes one; a test walks the routes and fails on a function that carries none.
 * public: no sign-in. session: any person who is signed in. A permission: a member or token whose role reaches it.
 */
export type Declaration =
  | { readonly access: 'public' }
  | { readonly access: 'session' }
  | {
      readonly permission: Permission;
      /** The one method that an action of the API takes; absent elsewhere. */
      readonly method?: string;
    };

const DECLARED: unique symbol = Symbol.for('cadre.declaration') as never;

/** Marks a loader or action with its declaration. */
export function declare<F extends (...args: never[]) => unknown>(declaration: Declaration, fn: F): F {
  Object.defineProperty(fn, DECLARED, { value: declaration });
  return fn;
}

/** The declaration that a builder left on a loader or action. */
export function declarationOf(fn: unknown): Declaration | undefined {
  return (fn as { [DECLARED]?: Declaration } | undefined)?.[DECLARED];
}
