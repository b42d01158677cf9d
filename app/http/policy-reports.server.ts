import type { RequestHandler } from 'express';
import type { Logger } from '~/logger.server';
import { pathPattern } from './request-log.server';

/** Where browsers report what the content policy stopped. */
export const POLICY_REPORTS = '/policy-reports';
/** Most bytes of a report. */
export const REPORT_LIMIT = 16 * 1024;
/** Reports that are logged each minute; the others are answered alike. */
const EACH_MINUTE = 20;
const MINUTE_MS = 60_000;
const MOST_AT_ONCE = 10;

/** What a report says, without anything that a person or another site wrote. */
interface PolicyReport {
  readonly directive: string;
  /** What was stopped: inline, eval, data, blob, here or elsewhere. */
  readonly blocked: string;
  /** Of the page, as request lines have it. */
  readonly path: string;
}

/**
 * Logs reports of both kinds that browsers send (`report-uri` and `report-to`), at most twenty a minute. No cookie is
 * read and nothing is kept. The clock gives milliseconds.
 */
export function policyReports(logger: Logger, clock: () => number = Date.now): RequestHandler {
  let [minute, logged] = [0, 0];
  return (req, res) => {
    const chunks: Buffer[] = [];
    req.on('data', (chunk: Buffer) => chunks.push(chunk));
    req.on('error', () => {});
    req.on('end', () => {
      if (res.headersSent) return;
      const reports = readReports(Buffer.concat(chunks).toString('utf8'));
      const now = Math.floor(clock() / MINUTE_MS);
      if (now !== minute) [minute, logged] = [now, 0];
      for (const report of (reports ?? []).slice(0, EACH_MINUTE - logged)) {
        logged += 1;
        const requestId = String(res.locals['requestId']);
        logger.warn({ requestId, ...report }, 'a page broke its content policy');
      }
      res.status(reports ? 204 : 400).end();
    });
  };
}

/** The reports in a body; null when it is none. */
function readReports(text: string): PolicyReport[] | null {
  try {
    const body: unknown = JSON.parse(text);
    const bodies = Array.isArray(body)
      ? body.map((one) => partOf(one, 'body'))
      : [partOf(body, 'csp-report')];
    return bodies.slice(0, MOST_AT_ONCE).map(reportOf);
  } catch {
    return null;
  }
}

/** Throws when the value is no object that has this part as one. */
function partOf(value: unknown, name: string): Readonly<Record<string, unknown>> {
  const part = (value as Record<string, unknown> | null)?.[name];
  if (typeof part !== 'object' || part === null) throw new TypeError('no report');
  return part as Record<string, unknown>;
}

function reportOf(body: Readonly<Record<string, unknown>>): PolicyReport {
  const first = (...names: readonly string[]) => String(names.map((name) => body[name]).find(Boolean) ?? '');
  const directive =
    first('effectiveDirective', 'effective-directive', 'violated-directive').split(' ', 1)[0] ?? '';
  const page = first('documentURL', 'document-uri');
  return {
    directive: /^[a-z-]{1,40}$/.test(directive) ? directive : 'other',
    blocked: blockedBy(first('blockedURL', 'blocked-uri'), page),
    path: URL.canParse(page) ? pathPattern(new URL(page).pathname) : '',
  };
}

function blockedBy(blocked: string, page: string): string {
  const [word = ''] = blocked.split(':', 1);
  if (['inline', 'eval', 'wasm-eval', 'data', 'blob'].includes(word)) return word;
  if (!URL.canParse(blocked) || !URL.canParse(page)) return 'other';
  return new URL(blocked).origin === new URL(page).origin ? 'here' : 'elsewhere';
}
