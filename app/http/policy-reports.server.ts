import type { RequestHandler } from 'express';
import type { Logger } from '~/logger.server';
import { pathPattern } from './request-log.server';

/** Where browsers report what the content policy stopped. */
export const POLICY_REPORTS = '/policy-reports';
/** Most bytes of a report. */
export const REPORT_LIMIT = 16 * 1024;
/** Reports that are logged each minute, of one address and of all; the others are answered alike. */
const EACH_MINUTE = 20;
const ALL_EACH_MINUTE = 200;
const MINUTE_MS = 60_000;
const MOST_AT_ONCE = 10;

/** What a report says, without anything that a person or another site wrote. */
interface PolicyReport {
  readonly directive: string;
  /** What was stopped: inline, eval, data, blob, here or elsewhere. */
  readonly blocked: string;
  /** Of the page, as request lines have it; '' for a page that is not of this Cadre. */
  readonly path: string;
}

interface PolicyReportOptions {
  readonly logger: Logger;
  /** Origins of this Cadre. */
  readonly origins: readonly string[];
  /** Milliseconds. */
  readonly clock?: () => number;
}

/**
 * Logs reports of both kinds that browsers send (`report-uri` and `report-to`), at most twenty a minute of one address
 * and two hundred of all, so that one sender cannot silence what others report. No cookie is read and nothing is kept.
 */
export function policyReports({ logger, origins, clock = Date.now }: PolicyReportOptions): RequestHandler {
  const room = roomByAddress(clock);
  return (req, res) => {
    const chunks: Buffer[] = [];
    req.on('data', (chunk: Buffer) => chunks.push(chunk));
    req.on('error', () => {});
    req.on('end', () => {
      if (res.headersSent) return;
      const reports = readReports(Buffer.concat(chunks).toString('utf8'), origins);
      const requestId = String(res.locals['requestId']);
      for (const report of (reports ?? []).slice(0, room(req.ip ?? '', reports?.length ?? 0)))
        logger.warn({ requestId, ...report }, 'a page broke its content policy');
      res.status(reports ? 204 : 400).end();
    });
  };
}

/** How many of these an address may still say in this minute; they count as said. */
function roomByAddress(clock: () => number): (address: string, asked: number) => number {
  let [minute, all] = [0, 0];
  const said = new Map<string, number>();
  return (address, asked) => {
    const now = Math.floor(clock() / MINUTE_MS);
    if (now !== minute) {
      [minute, all] = [now, 0];
      said.clear();
    }
    const before = said.get(address) ?? 0;
    const room = Math.max(0, Math.min(asked, EACH_MINUTE - before, ALL_EACH_MINUTE - all));
    all += room;
    if (room > 0) said.set(address, before + room);
    return room;
  };
}

/** The reports in a body; null when it is none. */
function readReports(text: string, origins: readonly string[]): PolicyReport[] | null {
  try {
    const body: unknown = JSON.parse(text);
    const bodies = Array.isArray(body)
      ? body.map((one) => partOf(one, 'body'))
      : [partOf(body, 'csp-report')];
    return bodies.slice(0, MOST_AT_ONCE).map((one) => reportOf(one, origins));
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

function reportOf(body: Readonly<Record<string, unknown>>, origins: readonly string[]): PolicyReport {
  const first = (...names: readonly string[]) => String(names.map((name) => body[name]).find(Boolean) ?? '');
  const directive =
    first('effectiveDirective', 'effective-directive', 'violated-directive').split(' ', 1)[0] ?? '';
  const page = first('documentURL', 'document-uri');
  return {
    directive: /^[a-z-]{1,40}$/.test(directive) ? directive : 'other',
    blocked: blockedBy(first('blockedURL', 'blocked-uri'), page),
    path: isOwn(page, origins) ? pathPattern(new URL(page).pathname) : '',
  };
}

const isOwn = (page: string, origins: readonly string[]) =>
  URL.canParse(page) && origins.includes(new URL(page).origin);

function blockedBy(blocked: string, page: string): string {
  const [word = ''] = blocked.split(':', 1);
  if (['inline', 'eval', 'wasm-eval', 'data', 'blob'].includes(word)) return word;
  if (!URL.canParse(blocked) || !URL.canParse(page)) return 'other';
  return new URL(blocked).origin === new URL(page).origin ? 'here' : 'elsewhere';
}
