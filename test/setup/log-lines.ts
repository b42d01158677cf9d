import { pino } from 'pino';
import { createLogger, type Logger } from '~/logger.server';

export interface LogLines {
  /** The logger of the product at its most talkative, with its output kept here instead of written to stdout. */
  readonly logger: Logger;
  readonly lines: string[];
}

/** Keeps what the product's own logger writes, in the form in which it would reach stdout. */
export function keepLogLines(process: string): LogLines {
  const lines: string[] = [];
  const logger = createLogger({ level: 'trace', process });
  Object.assign(logger, { [pino.symbols.streamSym]: { write: (line: string) => void lines.push(line) } });
  return { logger, lines };
}
