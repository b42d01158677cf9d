import type { AppLoadContext } from '@remix-run/node';
import type { Request as ExpressRequest, Response as ExpressResponse, RequestHandler } from 'express';
import { withTenant } from '#db/tenancy';
import { type DataMoment, findMoment } from '~/modules/organizations/data/data-changes';
import type { Permission } from '~/modules/organizations/domain/permissions';
import { isCadreError } from '~/shared/errors';
import type { Metric } from '../metrics/prometheus-text';
import type { ViewerClaim } from '../resolve-viewer.server';
import { requireReach, sharedClaim } from '../tenant-route.server';
import { readTheme } from '../theme-cookie.server';
import { isHeld } from '../unchanged.server';
import type { DrawnPage } from './page-fate';
import { bodyOf, createPageStore, type KeptPage, keyOf, type PageStore, partsOf, slotOf } from './page-store';

interface Kind {
  readonly path: RegExp;
  /** What the page's own loader asks for. */
  readonly permission: Permission;
}

/** Pages that are kept, and their data: what their loaders read is the claim, the address, the theme and watched tables. */
const KINDS: readonly Kind[] = [
  { path: /^\/o\/(?<org>[a-z0-9-]+)\/heatmap(?:\.data)?$/, permission: 'heatmap:read' },
];

export interface KeptPages {
  /** Answers with the page that was drawn for the same reader and address, where nothing has changed since. */
  readonly answer: RequestHandler;
  readonly metrics: () => readonly Metric[];
}

/**
 * Pages that were drawn once are sent again as long as nothing has changed that they rest on (decision 36). Session,
 * membership, policy and permission are asked for each request, by the same functions as for a page that is drawn; then
 * one statement tells whether any row of the organization, or of what is shared, was changed since the page was read.
 *
 * @param contextOf the load context of a request, the same one that its loaders get.
 */
export function createKeptPages(
  contextOf: (req: ExpressRequest, res: ExpressResponse) => AppLoadContext,
  { store = createPageStore() }: { readonly store?: PageStore } = {},
): KeptPages {
  const counts = { kept: 0, drawn: 0 };
  return {
    answer: (req, res, next) => {
      const kind = req.method === 'GET' ? KINDS.find(({ path }) => path.test(req.path)) : undefined;
      if (!kind) return next();
      void find({ req, kind, context: contextOf(req, res), store }).then(
        (found) => {
          counts[found ? 'kept' : 'drawn'] += 1;
          if (!found) return next();
          send(res, found);
        },
        (error: unknown) => {
          // Who is refused or led elsewhere: the page's own loaders say so.
          if (!(error instanceof Response) && !isCadreError(error)) {
            const { logger, requestId } = contextOf(req, res);
            logger.warn({ requestId, error }, 'whether a page is kept could not be told');
          }
          next();
        },
      );
    },
    metrics: () => [
      {
        name: 'cadre_heatmap_pages_total',
        help: 'Heatmap pages by how they were answered: kept ones, or drawn anew.',
        type: 'counter',
        samples: Object.entries(counts).map(([answer, value]) => ({ labels: { answer }, value })),
      },
      {
        name: 'cadre_kept_pages_bytes',
        help: 'Memory of the pages that are kept.',
        type: 'gauge',
        samples: [{ value: store.bytes }],
      },
    ],
  };
}

interface Asked {
  readonly req: ExpressRequest;
  readonly kind: Kind;
  readonly context: AppLoadContext;
  readonly store: PageStore;
}

interface Found {
  readonly page: KeptPage;
  readonly nonce: string;
  readonly isHeld: boolean;
}

/** The kept page for this request; null where there is none, with the offer to keep what is drawn now. */
async function find({ req, kind, context, store }: Asked): Promise<Found | null> {
  const request = requestOf(req);
  const params = kind.path.exec(req.path)?.groups ?? {};
  const claim = await sharedClaim({ request, params, context });
  const reach = requireReach(claim, kind.permission);
  const address = [req.protocol, req.get('host'), req.originalUrl];
  const key = keyOf([claim, reach, readTheme(request), address, slotOf(new Date())]);
  const page = store.get(key);
  const moment = await momentOf(context, claim, page?.snapshot ?? null);
  if (page && !moment.changed && !moment.isBusy && page.server === moment.server) {
    return { page, nonce: context.nonce, isHeld: isHeld(request, page.tag) };
  }
  store.delete(key);
  if (!moment.isBusy)
    context.page.offer((drawn) => keep(store, key, { drawn, moment, nonce: context.nonce }));
  return null;
}

/** What is read of a request before it is Remix's: its headers, and the address of the page, also where its data are asked for. */
function requestOf(req: ExpressRequest): Request {
  const { cookie = '', 'if-none-match': held } = req.headers;
  const url = new URL(req.originalUrl, `${req.protocol}://${req.get('host') ?? ''}`);
  url.pathname = url.pathname.replace(/\.data$/, '');
  url.searchParams.delete('_routes');
  return new Request(url, { headers: { cookie, ...(held ? { 'if-none-match': held } : {}) } });
}

function momentOf(
  { database }: AppLoadContext,
  claim: ViewerClaim,
  since: string | null,
): Promise<DataMoment> {
  const actor = { kind: claim.kind, id: claim.id } as const;
  return withTenant(database, { organizationId: claim.organization.id, actor, readOnly: true }, (ctx) =>
    findMoment(ctx, since),
  );
}

interface Drawn {
  readonly drawn: DrawnPage;
  readonly moment: DataMoment;
  readonly nonce: string;
}

function keep(store: PageStore, key: string, { drawn, moment, nonce }: Drawn): void {
  const tag = drawn.headers.get('etag');
  if (!tag || drawn.headers.has('set-cookie')) return;
  const parts = partsOf(drawn.body, nonce);
  const { snapshot, server } = moment;
  store.set(key, { parts, headers: [...drawn.headers], tag, snapshot, server });
}

function send(res: ExpressResponse, { page, nonce, isHeld: held }: Found): void {
  if (held) {
    res.setHeader('ETag', page.tag);
    return void res.status(304).end();
  }
  for (const [name, value] of page.headers) res.append(name, value);
  res.status(200).end(bodyOf(page.parts, nonce));
}
