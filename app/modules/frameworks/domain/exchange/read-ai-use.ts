import type { FrameworkContent } from '../document';
import type { LineCursor } from './line-cursor';
import { readCitedStatement } from './read-cited-statement';
import type { ExchangeHeader } from './read-header';
import { levelWords, readLevels } from './read-levels';
import { isNumbered } from './read-numbered';

/** Sentences that stand between mastery and AI use. */
const MOST_INTRODUCTION = 4;

/** Takes the introduction and the four AI-use levels with their cited statements. */
export function readAiUse(cursor: LineCursor, header: ExchangeHeader): FrameworkContent {
  skipIntroduction(cursor);
  const blocks = readLevels(cursor, { instrument: 'ai_use', of: 'AI use', captions: false });
  return {
    instrument: 'ai_use',
    version: header.version,
    contextCovered: header.contextCovered,
    levels: blocks.map(({ level }) => level),
    statements: blocks.flatMap(({ level, items }) =>
      items.map((item) => readCitedStatement(cursor, item, { rank: level.rank, dimension: null })),
    ),
  };
}

function skipIntroduction(cursor: LineCursor): void {
  const words = levelWords('ai_use');
  for (let skipped = 0; skipped < MOST_INTRODUCTION; skipped += 1) {
    const line = cursor.peek();
    if (!line || words.includes(line.text)) return;
    if (isNumbered(line.text)) cursor.refuse(`The level ${words[0]} of AI use is expected here.`, line);
    cursor.next('the AI-use levels');
  }
}
