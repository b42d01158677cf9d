/** Errors that carry a reason for the person who meets them; only http/ and jobs/run-task translate them. */
export interface FieldError {
  /** JSON pointer or "file:line" of the place. */
  readonly pointer: string;
  readonly detail: string;
}

const BRAND: unique symbol = Symbol.for('cadre.error') as never;

export abstract class CadreError extends Error {
  readonly [BRAND] = true;
  abstract readonly kind: 'not-found' | 'forbidden' | 'conflict' | 'invalid-input' | 'unavailable';
  constructor(
    readonly reason: string,
    readonly errors: readonly FieldError[] = [],
  ) {
    super(reason);
    this.name = new.target.name;
  }
}

export class NotFound extends CadreError {
  readonly kind = 'not-found';
}
export class Forbidden extends CadreError {
  readonly kind = 'forbidden';
}
export class Conflict extends CadreError {
  readonly kind = 'conflict';
}
export class InvalidInput extends CadreError {
  readonly kind = 'invalid-input';
}
export class Unavailable extends CadreError {
  readonly kind = 'unavailable';
}

/** Whether an error is one of these, whichever bundle of the program made it (the web server and Remix have one each). */
export function isCadreError(error: unknown): error is CadreError {
  return typeof error === 'object' && error !== null && BRAND in error;
}
