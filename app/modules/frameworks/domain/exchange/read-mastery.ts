import type { FrameworkContent, Statement } from '../document';
import { MAX_STATEMENT_CHARS } from '../framework-limits';
import { textFault } from '../text-fault';
import type { LineCursor } from './line-cursor';
import type { ExchangeHeader } from './read-header';
import { readLevels } from './read-levels';
import type { NumberedItem } from './read-numbered';

/**
 * Takes the mastery levels with their captions. The page has lost the ` — ` between label and behaviour, so the
 * whole text is the behaviour, the label is '' and the split is unconfirmed (`restoreSplit` mends it from the
 * JSON export of the same version).
 */
export function readMastery(cursor: LineCursor, header: ExchangeHeader): FrameworkContent {
  const blocks = readLevels(cursor, { instrument: 'mastery', of: 'mastery', captions: true });
  return {
    instrument: 'mastery',
    version: header.version,
    contextCovered: header.contextCovered,
    levels: blocks.map(({ level }) => level),
    statements: blocks.flatMap(({ level, items }) =>
      items.map((item) => readRunTogether(cursor, item, level.rank)),
    ),
  };
}

function readRunTogether(cursor: LineCursor, { position, line }: NumberedItem, rank: number): Statement {
  const fault = textFault(line.text, MAX_STATEMENT_CHARS);
  if (fault) cursor.refuse(fault, line);
  const unsplit = { label: '', behaviour: line.text, split: 'unconfirmed', citations: [] } as const;
  return { rank, dimension: null, position, ...unsplit };
}
