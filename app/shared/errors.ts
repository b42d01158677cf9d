/** Errors that carry a reason for the person who meets them; only http/ and jobs/run-task translate them. */
export interface FieldError {
  /** JSON pointer or "file:line" of the place. */
  readonly pointer: string;
  readonly detail: string;
}

export abstract class CadreError extends Error {
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
