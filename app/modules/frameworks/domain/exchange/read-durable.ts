import { DIMENSION_LABELS, type Dimension, DURABLE_DIMENSIONS } from '../dimension';
import type { FrameworkContent, Statement } from '../document';
import type { Line, LineCursor } from './line-cursor';
import { readCitedStatement } from './read-cited-statement';
import type { ExchangeHeader } from './read-header';
import { levelWords, readLevels } from './read-levels';

/** Number, name and count run together: "1Communication9 statements". */
const DOMAIN_LINE = /^(\d{1,2})\s*(\p{Lu}[\p{L} -]*)(\d{1,4}) statements?$/u;
const MOST_INTRODUCTION = 4;

interface DomainHeading {
  readonly line: Line;
  readonly dimension: Dimension;
  readonly count: number;
}

/**
 * Takes the ten durable-skill domains with their four levels. The count printed after a name must equal the
 * statements read.
 * @throws InvalidInput for a missing, repeated or unknown domain, a wrong count, a missing level.
 */
export function readDurable(cursor: LineCursor, header: ExchangeHeader): FrameworkContent {
  const seen = new Set<Dimension>();
  const statements: Statement[] = [];
  for (let order = 1; order <= DURABLE_DIMENSIONS.length; order += 1) {
    const heading = readHeading(cursor, order);
    if (seen.has(heading.dimension)) cursor.refuse('This domain occurs twice.', heading.line);
    seen.add(heading.dimension);
    statements.push(...readDomain(cursor, heading));
  }
  const levels = levelWords('durable').map((label, index) => {
    return { rank: index + 1, key: label.toLowerCase(), label, caption: null };
  });
  const { version, contextCovered } = header;
  return { instrument: 'durable', version, contextCovered, levels, statements };
}

function readHeading(cursor: LineCursor, order: number): DomainHeading {
  const expected = `Durable domain ${order} with its number of statements`;
  const most = order === 1 ? MOST_INTRODUCTION : 0;
  const { line } = cursor.find((text) => DOMAIN_LINE.test(text), { expected, most });
  const [, number, name, count] = DOMAIN_LINE.exec(line.text) ?? [];
  if (Number(number) !== order)
    cursor.refuse(`Durable domain ${order} is expected here, not ${number}.`, line);
  const dimension = DURABLE_DIMENSIONS.find((candidate) => DIMENSION_LABELS[candidate] === name?.trim());
  if (!dimension) return cursor.refuse(`"${name}" is not one of the ten durable-skill domains.`, line);
  return { line, dimension, count: Number(count) };
}

function readDomain(cursor: LineCursor, { line, dimension, count }: DomainHeading): Statement[] {
  const name = DIMENSION_LABELS[dimension];
  const blocks = readLevels(cursor, { instrument: 'durable', of: name, captions: false });
  const statements = blocks.flatMap(({ level, items }) =>
    items.map((item) => readCitedStatement(cursor, item, { rank: level.rank, dimension })),
  );
  if (statements.length !== count)
    cursor.refuse(`${name} announces ${count} statements; ${statements.length} were read.`, line);
  return statements;
}
