import { tenantLoader } from '~/http/tenant-route.server';
import { tenantStream } from '~/http/tenant-stream.server';
import { isOver } from '~/modules/organizations/domain/operation-state';
import { getImport } from '~/modules/people/queries/get-import';

const EVERY_MS = 700;
/** A connection ends after so many looks; the browser opens another one. */
const MOST_LOOKS = 400;

/** How far an import is, as server-sent events: data is `{ state, progress }`; the event `end` says that it is over. */
export const loader = tenantLoader(
  { permission: 'directory:write' },
  async ({ ctx, viewer, params, request, context }) => {
    const { importId } = await getImport(ctx, viewer, params['id'] ?? '');
    const stream = tenantStream({ ctx, viewer, context }, async function* (inTenant) {
      yield 'retry: 2000\n\n';
      for (let look = 0; look < MOST_LOOKS && !request.signal.aborted; look += 1) {
        const { operation } = await inTenant((inside) => getImport(inside, viewer, importId));
        const { state, progress } = operation ?? { state: 'done' as const, progress: 1 };
        yield `data: ${JSON.stringify({ state, progress })}\n\n`;
        if (isOver(state)) {
          yield 'event: end\ndata: {}\n\n';
          return;
        }
        await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
      }
    });
    return new Response(stream, {
      headers: {
        'Content-Type': 'text/event-stream; charset=utf-8',
        // Compression would hold events back.
        'Cache-Control': 'no-store, no-transform',
        'X-Accel-Buffering': 'no',
      },
    });
  },
);
