import { createHash } from 'node:crypto';
import { answerOnce } from '~/modules/organizations/commands/answer-once';
import { answerOf, type TenantArgs } from './tenant-route.server';

/**
 * Does an API write once for its Idempotency-Key, where it has one; the same key again gets the same answer, with
 * `Idempotency-Replayed: true`. The answer must be JSON.
 */
export async function onceByKey(
  { ctx, viewer, request, url }: TenantArgs,
  body: unknown,
  work: () => Promise<unknown>,
): Promise<unknown> {
  const key = request.headers.get('idempotency-key');
  if (key === null) return work();
  const requestHash = createHash('sha256')
    .update(`${request.method}\n${url.pathname}${url.search}\n${JSON.stringify(body)}`)
    .digest('hex');
  const { status, location, answer, again } = await answerOnce(
    ctx,
    { tokenId: viewer.id, key, requestHash },
    async () => {
      const response = answerOf(await work());
      const text = await response.text();
      return {
        status: response.status,
        location: response.headers.get('location'),
        answer: text === '' ? null : JSON.parse(text),
      };
    },
  );
  const headers: Record<string, string> = { 'Cache-Control': 'no-store' };
  if (location !== null) headers['Location'] = location;
  if (again) headers['Idempotency-Replayed'] = 'true';
  return status === 204
    ? new Response(null, { status, headers })
    : Response.json(answer, { status, headers });
}
