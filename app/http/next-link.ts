/** A JSON answer with `Link: <...>; rel="next"` when there is a next page; the address stays a path of this server. */
export function withNextLink(body: unknown, url: URL, cursor: string | null): Response {
  const headers = new Headers({ 'Cache-Control': 'no-store' });
  if (cursor) {
    const next = new URL(url);
    next.searchParams.set('cursor', cursor);
    headers.set('Link', `<${next.pathname}${next.search}>; rel="next"`);
  }
  return Response.json(body, { headers });
}
