import type { TitleMatch } from '~/modules/occupations/domain/titles/match-title';
import type { TrainingRow } from '~/modules/occupations/queries/title-training';

/** What the thread is told, in this order: rows to learn from, then to learn, then titles. */
export type ToTitleThread =
  | { readonly kind: 'rows'; readonly rows: readonly TrainingRow[] }
  | { readonly kind: 'learn' }
  | {
      readonly kind: 'match';
      readonly id: number;
      readonly titles: readonly string[];
      readonly limit: number;
    };

/** What it says. */
export type FromTitleThread =
  | { readonly kind: 'learnt'; readonly occupations: number }
  | { readonly kind: 'matched'; readonly id: number; readonly matches: readonly TitleMatch[] };
