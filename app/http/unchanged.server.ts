import { createHash } from 'node:crypto';
import type { EntryContext } from '@remix-run/node';

/** Pages that tell whoever holds a view already that it is unchanged, and their data. */
const TOLD = /^\/o\/[^/]+\/heatmap(?:\.data)?$/;

/** The tag of a page: of the build, the address, and all that its loaders gave; null where none is told. */
export function pageTag(request: Request, { staticHandlerContext, manifest }: EntryContext): string | null {
  const { pathname, search } = new URL(request.url);
  const { loaderData, errors, statusCode } = staticHandlerContext;
  if (!TOLD.test(pathname) || errors || statusCode !== 200 || request.method === 'POST') return null;
  return tagOf(manifest.version, pathname, search, JSON.stringify(loaderData));
}

/** An answer with the tag of its body, or 304 without it where the asker holds that already; pages with tags alone. */
export async function tellUnchangedData(request: Request, response: Response): Promise<Response> {
  if (!TOLD.test(new URL(request.url).pathname) || request.method !== 'GET') return response;
  return tellUnchanged(request, response, []);
}

/**
 * The answer with a tag of its body, or 304 without it where the asker holds that already.
 * @param reader what the answer rests on beside its body: who reads it, and how far
 */
export async function tellUnchanged(
  request: Request,
  response: Response,
  reader: readonly string[],
): Promise<Response> {
  if (response.status !== 200) return response;
  const { search } = new URL(request.url);
  const body = new Uint8Array(await response.arrayBuffer());
  const headers = new Headers(response.headers);
  const tag = tagOf(search, JSON.stringify(reader), body);
  return isHeld(request, tag) ? unchanged(headers, tag) : tagged(body, headers, tag);
}

/** Whether the asker holds the view of this tag. */
export function isHeld(request: Request, tag: string): boolean {
  const held = request.headers.get('if-none-match') ?? '';
  return held.split(',').some((one) => one.trim() === tag);
}

/** 304: nothing but the tag, and what is set beside the view. */
export function unchanged(headers: Headers, tag: string): Response {
  for (const name of ['content-type', 'content-length']) headers.delete(name);
  headers.set('ETag', tag);
  return new Response(null, { status: 304, headers });
}

function tagged(body: Uint8Array<ArrayBuffer>, headers: Headers, tag: string): Response {
  headers.set('ETag', tag);
  return new Response(body, { status: 200, headers });
}

/** Weak: the bytes differ by compression and by the nonce of scripts. */
function tagOf(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return `W/"${hash.digest('base64url').slice(0, 27)}"`;
}
