import os from 'node:os';
import type { Request, RequestHandler } from 'express';
import { FairShare } from '#db/client/fair-share';
import { Unavailable } from '~/shared/errors';
import { problem } from './error-response.server';
import { sendResponse } from './send-response.server';
import { type SessionKeeper, secretHash } from './session.server';

/** How many callers are remembered with the organization that they were let into. */
const REMEMBERED = 20_000;
const RETRY_S = 5;
/** How the party of callers begins that are not known. They narrow no organization. */
const STRANGERS = 'from ';

export interface TurnOptions {
  /** Requests of one organization that are worked on at once while no other one asks. */
  readonly alone: number;
  /** Milliseconds after which a request no longer counts: a slow body or reader must not stop its organization. */
  readonly holdLimitMs: number;
  /** Requests of one organization that may wait. */
  readonly waitingLimit: number;
  /** Milliseconds for which an organization counts as asking after its last request. */
  readonly presentMs: number;
}

/**
 * Twice the processors while an organization is alone, one at a time while others ask: one thread draws all pages, and
 * one page of an organization is what another one waits for at most (`npm run bench -- noisy`).
 */
const DEFAULTS: TurnOptions = {
  alone: Math.max(2, os.availableParallelism() * 2),
  holdLimitMs: 500,
  waitingLimit: 500,
  presentMs: 5_000,
};

/** Turns of organizations at the web process (security.md, proof 24). */
export interface Turns {
  /** Lets a request on when it is the turn of its organization; answers 503 when too many of it wait. */
  readonly take: RequestHandler;
  /**
   * Notes which organization a request was let into, so that its caller's next ones count as that one's; null: it was
   * refused, and its caller is a stranger from now on.
   */
  readonly note: (req: Request, organizationId: string | null) => void;
  /** How many requests are worked on and wait, of all organizations. */
  readonly use: () => FairShare['use'];
}

/**
 * Requests wait in a queue of their organization. Whose they are is what the application found when it let the caller
 * in before; callers that it does not know wait with all others of their address, so that strangers who ask for an
 * organization's pages take none of its turns. Nothing but the order follows from it.
 */
export function createTurns(
  sessions: Pick<SessionKeeper, 'keyOf'>,
  options: Partial<TurnOptions> = {},
): Turns {
  const { holdLimitMs, ...limits } = { ...DEFAULTS, ...options };
  const share = new FairShare({
    ...limits,
    beside: 1,
    yields: { lingerMs: 5, mostMs: 1_000 },
    waitLimitMs: 30_000,
    aside: (party) => party.startsWith(STRANGERS),
    refuse: () => new Unavailable('Too many requests of your organization wait. Try again in a moment.'),
  });
  const organizations = new Map<string, string>();
  return {
    take: (req, res, next) => {
      const gone = new AbortController();
      res.once('close', () => gone.abort());
      const party = organizations.get(callerOf(req, sessions) ?? '') ?? `${STRANGERS}${req.ip ?? ''}`;
      share.enter(party, gone.signal).then(
        (leave) => {
          const timer = setTimeout(leave, holdLimitMs);
          res.once('close', () => {
            clearTimeout(timer);
            leave();
          });
          next();
        },
        (error: Error) => {
          if (gone.signal.aborted) return;
          res.setHeader('Retry-After', String(RETRY_S));
          const requestId = String(res.locals['requestId']);
          void sendResponse(res, problem({ status: 503, detail: error.message, requestId }));
        },
      );
    },
    note: (req, organizationId) => {
      const caller = callerOf(req, sessions);
      if (caller === null) return;
      organizations.delete(caller);
      if (organizationId === null) return;
      organizations.set(caller, organizationId);
      const [oldest] = organizations.keys();
      if (organizations.size > REMEMBERED && oldest !== undefined) organizations.delete(oldest);
    },
    use: () => share.use,
  };
}

const SLUG = /^\/o\/([^/.]+)/;

/**
 * Who asks: a session with the organization that its address names, or a token; null for neither. Hashes alone, which
 * open nothing.
 */
function callerOf(req: Request, sessions: Pick<SessionKeeper, 'keyOf'>): string | null {
  if (req.path.startsWith('/api/')) {
    const { authorization } = req.headers;
    return authorization ? secretHash(authorization) : null;
  }
  const session = sessions.keyOf(req.headers.cookie ?? null);
  return session && `${session} ${SLUG.exec(req.path)?.[1]?.toLowerCase() ?? ''}`;
}
