import type { Request } from 'express';
import { problem } from './error-response.server';

/**
 * The answer to a body that is too large: problem details, and a page for whoever sent a form without script. The page has
 * no sheet of its own: nothing of Remix has run.
 * @param limit bytes that would have been read
 */
export function tooLarge(req: Request, { limit, requestId }: { limit: number; requestId: string }): Response {
  const most =
    limit < 1024 * 1024 ? `${Math.floor(limit / 1024)} KiB` : `${Math.floor(limit / 1024 / 1024)} MiB`;
  if (!isForm(req))
    return problem({
      status: 413,
      detail: `The body is larger than ${Math.floor(limit / 1024)} KiB.`,
      requestId,
    });
  const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>Too large · Cadre</title>
</head>
<body>
<main>
<h1>What you sent is too large</h1>
<p>Files and text together may have at most ${most} here. Nothing was changed.</p>
<p>Choose a smaller file, or a link to where it is kept.</p>
<p><a href="">Back to the page</a></p>
<p><small>Reference: ${requestId}</small></p>
</main>
</body>
</html>
`;
  return new Response(page, {
    status: 413,
    headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' },
  });
}

const isForm = (req: Request) =>
  !req.path.startsWith('/api/') &&
  !req.path.endsWith('.data') &&
  (req.get('accept') ?? '').includes('text/html');
