import type { Dimension } from '../dimension';
import type { Citation } from '../document';

/** What a person says about one statement. */
export interface StatementWords {
  readonly rank: number;
  readonly dimension: Dimension | null;
  readonly label: string;
  readonly behaviour: string;
  readonly citations: readonly Citation[];
}

/** Version, context and source of a draft. */
export interface DetailWords {
  readonly version: string;
  readonly contextCovered: string;
  readonly source: string;
  readonly licence: string;
  readonly attribution: string;
  readonly address: string;
}

/** One change of a draft. */
export type DraftChange =
  | ({ readonly kind: 'details' } & DetailWords)
  | { readonly kind: 'level'; readonly rank: number; readonly label: string; readonly caption: string }
  | ({ readonly kind: 'add' } & StatementWords)
  | ({ readonly kind: 'save'; readonly id: string } & StatementWords)
  | { readonly kind: 'delete' | 'up' | 'down'; readonly id: string };
