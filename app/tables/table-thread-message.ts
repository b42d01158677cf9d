import type { FieldError } from '~/shared/errors';
import type { LooseTable } from '~/shared/loose-table';

/** What the thread is started with. */
export interface TableTask {
  readonly bytes: Uint8Array;
  readonly name: string;
}

/** What the thread says once, before it ends. */
export type TableAnswer =
  | { readonly kind: 'read'; readonly table: LooseTable }
  | { readonly kind: 'refused'; readonly reason: string; readonly errors: readonly FieldError[] };
