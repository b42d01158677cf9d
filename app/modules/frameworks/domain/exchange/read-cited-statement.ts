import type { Dimension } from '../dimension';
import type { Statement } from '../document';
import { MAX_STATEMENT_CHARS } from '../framework-limits';
import { splitStatement } from '../split-statement';
import { textFault } from '../text-fault';
import type { LineCursor } from './line-cursor';
import { readCitations } from './read-citations';
import type { NumberedItem } from './read-numbered';

/**
 * One statement of AI use or of a durable domain: label, ` — `, behaviour, citations.
 * @throws InvalidInput where the separator or the citations cannot be read.
 */
export function readCitedStatement(
  cursor: LineCursor,
  item: NumberedItem,
  at: { readonly rank: number; readonly dimension: Dimension | null },
): Statement {
  const cited = readCitations(item.line.text);
  if (typeof cited === 'string') return cursor.refuse(cited, item.line);
  const fault = textFault(cited.text, MAX_STATEMENT_CHARS);
  if (fault) cursor.refuse(fault, item.line);
  const parts = splitStatement(cited.text);
  if (typeof parts === 'string') return cursor.refuse(parts, item.line);
  return { ...at, position: item.position, ...parts, split: 'source', citations: cited.citations };
}
