import type { TenantContext } from '#db/tenancy';
import { InvalidInput } from '~/shared/errors';
import { insertIdempotencyKey, updateIdempotencyAnswer } from '../data/idempotency-keys';

export interface Answered {
  readonly status: number;
  /** Address of what was made or asked for. */
  readonly location: string | null;
  /** JSON. */
  readonly answer: unknown;
}

interface Write {
  readonly tokenId: string;
  /** As the caller sent it, 1 to 200 printable characters of ASCII. */
  readonly key: string;
  /** SHA-256 of method, address and body. */
  readonly requestHash: string;
}

const KEY = /^[\x21-\x7e]{1,200}$/;

/**
 * Does a write once for each key of a token within a day (api.md, Idempotency-Key): the answer is kept in the write's
 * own transaction and given again. Two at once wait for each other; one that fails keeps nothing, so that it can be
 * tried again. Throws InvalidInput for a key that is none, or that was used for something else.
 */
export async function answerOnce(
  ctx: TenantContext,
  write: Write,
  work: () => Promise<Answered>,
): Promise<Answered & { readonly again: boolean }> {
  if (!KEY.test(write.key)) refuse('must be 1 to 200 printable characters without spaces');
  const earlier = await insertIdempotencyKey(ctx, write);
  if (!earlier) {
    const answered = await work();
    await updateIdempotencyAnswer(ctx, write, answered);
    return { ...answered, again: false };
  }
  if (earlier.requestHash !== write.requestHash) refuse('was used for another request');
  return {
    status: earlier.status ?? 200,
    location: earlier.location,
    answer: earlier.answer,
    again: true,
  };
}

function refuse(detail: string): never {
  throw new InvalidInput(`The Idempotency-Key ${detail}.`, [{ pointer: 'Idempotency-Key', detail }]);
}
