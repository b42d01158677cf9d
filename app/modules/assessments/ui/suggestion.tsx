import type { Dimension } from '~/modules/frameworks/domain/dimension';
import { hinderingLevel, suggestedLevel, type TickableStatement } from '../domain/suggested-level';
import { valueInWords } from './rating-words';

interface SuggestionProps {
  /** The words before the level. */
  readonly lead: string;
  readonly dimension: Dimension;
  /** Of this dimension. */
  readonly statements: readonly TickableStatement[];
  readonly ticked: ReadonlySet<string>;
}

/** The level that ticked statements suggest, and what keeps it below the highest of them; nothing where none is ticked. */
export function Suggestion({ lead, dimension, statements, ticked }: SuggestionProps) {
  const suggested = suggestedLevel(statements, ticked);
  if (suggested === null) return null;
  const hindering = hinderingLevel(statements, ticked);
  return (
    <>
      {lead} <b>{valueInWords(dimension, suggested)}</b>
      {hindering === null ? null : `, as fewer than half of level ${hindering} are ticked`}
    </>
  );
}
