import { type Logger, pino } from 'pino';

export type { Logger };

/**
 * Structured log on stdout. What may be logged is named where it is logged: ids, counts, durations, codes; never a
 * name, an address, a rating or a text that a person wrote.
 */
export function createLogger(options: { level: string; process: string }): Logger {
  return pino({
    level: options.level,
    base: { process: options.process },
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { error: describeError },
  });
}

/** An error without its message's data: name, code and where it was thrown. */
export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { name: typeof error };
  const code = (error as { code?: unknown }).code;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    name: error.name,
    ...(code ? { code: String(code) } : {}),
    at: frames.slice(0, 6).map((line) => line.trim()),
  };
}
