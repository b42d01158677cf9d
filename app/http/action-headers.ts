import type { HeadersFunction } from '@remix-run/node';

/** A route's `headers`: those of its action's answer, such as Retry-After, which a page does not send by itself. */
export const actionHeaders: HeadersFunction = (given) => given.actionHeaders;
