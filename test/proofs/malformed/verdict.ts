import type { Answer } from '#test/setup/http-client';
import { isCadreError } from '~/shared/errors';

/** What came of one malformed input. */
export type Verdict =
  /** Taken for what it says: it was not that malformed. */
  | { readonly kind: 'accepted' }
  /** Refused with the place of the fault and a reason. */
  | { readonly kind: 'refused'; readonly place: string }
  | { readonly kind: 'broken'; readonly why: string };

/** What tells how the program is made: stack traces, sources, the database's own words. */
const INSIDES =
  /node_modules|\.tsx?:\d+|\n\s+at \S+ \(|PostgresError|syntax error at or near|duplicate key value|violates .* constraint|invalid input syntax|ZodError/;

/** A whole answer; an address without a page says its reason as JSON. 5xx, insides of the program, and a refusal without a place are broken. */
export function verdictOf(answer: Answer): Verdict {
  const { status, body, headers } = answer;
  const told = INSIDES.exec(body)?.[0];
  if (told !== undefined) return { kind: 'broken', why: `${status} tells of its insides: ${told}` };
  if (status < 200 || status >= 500) return { kind: 'broken', why: `status ${status}` };
  if (status < 400) return { kind: 'accepted' };
  if (String(headers['content-type']).startsWith('application/problem+json')) return ofProblem(status, body);
  if (String(headers['content-type']).startsWith('application/json') && JSON.parse(body).reason)
    return { kind: 'refused', place: 'request' };
  return ofPage(status, body);
}

/** Statuses that speak of the request as a whole: its address, method, size, kind or sender. */
const WHOLE = [400, 401, 403, 404, 405, 409, 413, 414, 415, 431];

function ofProblem(status: number, body: string): Verdict {
  const { detail, errors } = JSON.parse(body) as { detail?: string; errors?: { pointer?: unknown }[] };
  if (!detail) return { kind: 'broken', why: `${status} without a reason` };
  const [first] = errors ?? [];
  if (typeof first?.pointer === 'string') return { kind: 'refused', place: first.pointer };
  if (WHOLE.includes(status)) return { kind: 'refused', place: 'request' };
  return { kind: 'broken', why: `${status} without a place: ${detail}` };
}

/** A page says it in a notice, beside a field, or as a page of its own. */
function ofPage(status: number, body: string): Verdict {
  if (WHOLE.includes(status)) return { kind: 'refused', place: 'request' };
  const named = /aria-invalid="true"|role="alert"|class="notice/.exec(body)?.[0];
  if (named) return { kind: 'refused', place: named };
  return {
    kind: 'broken',
    why: `${status} without a notice: ${body.replace(/<[^>]*>/g, ' ').slice(0, 120)}`,
  };
}

/** The same for a parser that is called itself: only the errors that carry a reason are refusals. */
export async function verdictOfCall(call: () => unknown): Promise<Verdict> {
  try {
    await call();
    return { kind: 'accepted' };
  } catch (error) {
    if (!isCadreError(error)) return { kind: 'broken', why: String(error) };
    if (error.kind === 'unavailable') return { kind: 'broken', why: error.reason };
    const place = error.errors[0]?.pointer;
    if (place === undefined) return { kind: 'broken', why: `no place: ${error.reason}` };
    return { kind: 'refused', place };
  }
}
