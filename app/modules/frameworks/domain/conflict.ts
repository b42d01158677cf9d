import type { FrameworkContent } from './document';
import { type IdentifiedStatement, identifyStatements } from './identify-statements';

export interface MovedStatement {
  readonly first: IdentifiedStatement;
  /** The same statement in the second source, at another rank. */
  readonly second: IdentifiedStatement;
}

export type FrameworkComparison =
  | { readonly verdict: 'same' }
  | {
      readonly verdict: 'conflict';
      readonly onlyFirst: readonly IdentifiedStatement[];
      readonly onlySecond: readonly IdentifiedStatement[];
      readonly moved: readonly MovedStatement[];
    };

/**
 * Whether two sources give the same framework of one occupation and version (method 11): the same statement
 * identities at the same ranks, whatever their order and split. Otherwise what differs, for a person to resolve.
 * The caller makes sure that both are of one occupation and version.
 */
export function sameFramework(first: FrameworkContent, second: FrameworkContent): FrameworkComparison {
  const ofFirst = identifyStatements('', first);
  const ofSecond = new Map(
    identifyStatements('', second).map((statement) => [statement.identity, statement]),
  );
  const onlyFirst: IdentifiedStatement[] = [];
  const moved: MovedStatement[] = [];
  for (const statement of ofFirst) {
    const other = ofSecond.get(statement.identity);
    ofSecond.delete(statement.identity);
    if (!other) onlyFirst.push(statement);
    else if (other.rank !== statement.rank) moved.push({ first: statement, second: other });
  }
  const onlySecond = [...ofSecond.values()];
  if (onlyFirst.length + onlySecond.length + moved.length === 0) return { verdict: 'same' };
  return { verdict: 'conflict', onlyFirst, onlySecond, moved };
}
