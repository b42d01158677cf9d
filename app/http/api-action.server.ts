import type { ActionFunctionArgs } from '@remix-run/node';
import type { z } from 'zod';
import type { Permission } from '~/modules/organizations/domain/permissions';
import { bodyPointer } from './body-pointer';
import { declare } from './declaration';
import { problem, problemErrors } from './error-response.server';
import { onceByKey } from './idempotency.server';
import { isJson, readJson } from './read-json.server';
import { answerOf, open, requireReach, type TenantArgs, tokenClaim } from './tenant-route.server';

interface ApiActionOptions<Schema extends z.ZodType> {
  readonly permission: Permission;
  /** POST when left out; every other method is answered with 405. */
  readonly method?: 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** What the JSON body must be; strict objects, so that unknown names are refused. A DELETE may come without one. */
  readonly body: Schema;
  /** Whether the transaction is one that cannot write: for questions that are too long for an address. */
  readonly readOnly?: (body: z.output<Schema>) => boolean;
}

type ApiActionArgs<Schema extends z.ZodType> = TenantArgs & { readonly body: z.output<Schema> };

/** Work of a request that needs no database: done when its transaction is over, so that no connection waits for it. */
export class Afterwards {
  constructor(readonly work: () => Promise<unknown>) {}
}

/**
 * An API resource's action: bearer token only, its permission, then a strict JSON body, then one transaction. The
 * handler gives a value, a Response, or what is to be done Afterwards. Errors are problem details: 401, 403, 405, 415,
 * 422 and whatever the handler throws. A write with an Idempotency-Key is done once, and is not to answer Afterwards.
 */
export function apiAction<Schema extends z.ZodType>(
  options: ApiActionOptions<Schema>,
  handler: (args: ApiActionArgs<Schema>) => Promise<unknown>,
) {
  const { permission, method = 'POST' } = options;
  return declare(
    { permission, method },
    (args: ActionFunctionArgs): Promise<Response> =>
      problemErrors(
        args,
        async () => {
          if (args.request.method !== method) return methodNotAllowed(args, method);
          requireReach(await tokenClaim(args), permission);
          const bare = method === 'DELETE' && !args.request.headers.has('content-type');
          if (!bare && !isJson(args.request)) return notJson(args);
          const body = bare ? options.body.parse({}) : await readJson(args.request, options.body);
          const readOnly = options.readOnly?.(body) ?? false;
          // A body can take long to come: the rights that count are those of the moment of the write.
          const claim = await tokenClaim(args);
          const value = await open(args, { claim, permission, readOnly }, (opened) => {
            const work = () => handler({ ...opened, body });
            return readOnly ? work() : onceByKey(opened, body, work);
          });
          return answerOf(value instanceof Afterwards ? await value.work() : value);
        },
        bodyPointer(options.body, new URL(args.request.url)),
      ),
  );
}

function methodNotAllowed({ context, request }: ActionFunctionArgs, method: string): Response {
  const detail = `${request.method} is not done here.`;
  const refusal = problem({ status: 405, detail, requestId: context.requestId });
  refusal.headers.set('Allow', method);
  return refusal;
}

function notJson({ context }: ActionFunctionArgs): Response {
  const detail = 'The body must be JSON in UTF-8, sent with Content-Type: application/json.';
  const refusal = problem({ status: 415, detail, requestId: context.requestId });
  refusal.headers.set('Accept', 'application/json');
  return refusal;
}
