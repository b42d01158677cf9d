import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { ActionFunctionArgs, AppLoadContext, EntryContext, LoaderFunctionArgs } from '@remix-run/node';
import { createReadableStreamFromReadable } from '@remix-run/node';
import { isRouteErrorResponse, RemixServer } from '@remix-run/react';
import { isbot } from 'isbot';
import { renderToPipeableStream } from 'react-dom/server';
import { NonceContext } from '~/http/nonce-context';
import { isHeld, pageTag, tellUnchangedData, unchanged } from '~/http/unchanged.server';

const ABORT_MS = 10_000;

/** Renders a page. Every script it writes carries the response's nonce. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  { nonce, logger, requestId, page }: AppLoadContext,
): Promise<Response> {
  const tag = pageTag(request, remixContext);
  if (tag) headers.set('ETag', tag);
  if (tag && isHeld(request, tag)) return Promise.resolve(unchanged(headers, tag));
  const isKept = tag !== null && page.isWanted;
  const whole = isKept || isbot(request.headers.get('user-agent') ?? '');
  return new Promise((resolve, reject) => {
    let failed = false;
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext.Provider value={nonce}>
        <RemixServer context={remixContext} url={request.url} abortDelay={ABORT_MS} nonce={nonce} />
      </NonceContext.Provider>,
      {
        nonce,
        [whole ? 'onAllReady' : 'onShellReady']: () => {
          const body = new PassThrough();
          headers.set('Content-Type', 'text/html; charset=utf-8');
          const answer = { headers, status: failed ? 500 : status };
          if (isKept && !failed) {
            void buffer(body).then((bytes) => {
              page.keep({ body: bytes, headers });
              resolve(new Response(new Uint8Array(bytes), answer));
            }, reject);
          } else resolve(new Response(createReadableStreamFromReadable(body), answer));
          pipe(body);
        },
        onShellError: reject,
        onError: (error: unknown) => {
          failed = true;
          logger.error({ requestId, error }, 'rendering failed');
        },
      },
    );
    setTimeout(abort, ABORT_MS + 1_000);
  });
}

/** Data of a page for its script; who holds it already is told so. */
export async function handleDataRequest(
  response: Response,
  { request, context }: LoaderFunctionArgs | ActionFunctionArgs,
): Promise<Response> {
  const told = await tellUnchangedData(request, response);
  if (told.status === 200 && context.page.isWanted) {
    context.page.keep({ body: new Uint8Array(await told.clone().arrayBuffer()), headers: told.headers });
  }
  return told;
}

/** Loader and action errors are logged where they are translated; what comes here was not foreseen. */
export function handleError(
  error: unknown,
  { context, request }: { context: AppLoadContext; request: Request },
): void {
  if (isRouteErrorResponse(error) || request.signal.aborted) return;
  context.logger.error({ requestId: context.requestId, error }, 'failed');
}
