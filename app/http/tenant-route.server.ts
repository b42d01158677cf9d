import type { ActionFunctionArgs, AppLoadContext, LoaderFunctionArgs } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { type TenantContext, withTenant } from '#db/tenancy';
import { type Permission, type Reach, reachOf } from '~/modules/organizations/domain/permissions';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import { findEmployeeIdOfUser } from '~/modules/people/queries/find-employee-of-user';
import { Forbidden, NotFound } from '~/shared/errors';
import { declare } from './declaration';
import { pageErrors, problemErrors } from './error-response.server';
import { claimOfMember, claimOfToken, type ViewerClaim } from './resolve-viewer.server';

/** What a tenant loader or action works with. reach says how far the declared permission goes for this viewer. */
export interface TenantArgs {
  readonly ctx: TenantContext;
  readonly viewer: Viewer;
  readonly reach: Reach;
  readonly request: Request;
  readonly url: URL;
  readonly params: Readonly<Record<string, string | undefined>>;
  readonly context: AppLoadContext;
}

type Handler<T> = (args: TenantArgs) => Promise<T>;
type RemixArgs = LoaderFunctionArgs | ActionFunctionArgs;

interface Options {
  readonly permission: Permission;
}

/** A page's loader: session cookie, membership of `/o/:org`, permission; one read-only transaction. */
export function tenantLoader<T>(options: Options, handler: Handler<T>) {
  return declare(
    options,
    (args: LoaderFunctionArgs): Promise<T> => pageErrors(args, () => asMember(args, options, true, handler)),
  );
}

/** A page's action: as tenantLoader, in a transaction that may write. */
export function tenantAction<T>(options: Options, handler: Handler<T>) {
  return declare(
    options,
    (args: ActionFunctionArgs): Promise<T> => pageErrors(args, () => asMember(args, options, false, handler)),
  );
}

/** An API resource's loader: bearer token only; errors are problem details. */
export function apiLoader(options: Options, handler: Handler<unknown>) {
  return declare(
    options,
    (args: LoaderFunctionArgs): Promise<Response> =>
      problemErrors(args, () => asToken(args, options, true, handler)),
  );
}

/** An API resource's action. */
export function apiAction(options: Options, handler: Handler<unknown>) {
  return declare(
    options,
    (args: ActionFunctionArgs): Promise<Response> =>
      problemErrors(args, () => asToken(args, options, false, handler)),
  );
}

async function asMember<T>(
  args: RemixArgs,
  options: Options,
  readOnly: boolean,
  handler: Handler<T>,
): Promise<T> {
  const { context, request, params } = args;
  const person = await context.sessions.read(request.headers.get('cookie'));
  const url = new URL(request.url);
  if (!person) throw redirect(`/login?next=${encodeURIComponent(url.pathname + url.search)}`);
  const claim = await claimOfMember(context, person, params['org'] ?? '');
  if (!claim) throw new NotFound('There is no such page.');
  return open(args, { claim, permission: options.permission, readOnly }, handler);
}

async function asToken(
  args: RemixArgs,
  options: Options,
  readOnly: boolean,
  handler: Handler<unknown>,
): Promise<Response> {
  const claim = await claimOfToken(args.context, args.request.headers.get('authorization'));
  if (!claim) {
    return new Response(null, { status: 401, headers: { 'WWW-Authenticate': 'Bearer realm="cadre"' } });
  }
  const value = await open(args, { claim, permission: options.permission, readOnly }, handler);
  return value instanceof Response
    ? value
    : Response.json(value, { headers: { 'Cache-Control': 'no-store' } });
}

interface Opening {
  readonly claim: ViewerClaim;
  readonly permission: Permission;
  readonly readOnly: boolean;
}

async function open<T>(args: RemixArgs, opening: Opening, handler: Handler<T>): Promise<T> {
  const { claim, permission, readOnly } = opening;
  const reach = reachOf(claim.role, permission);
  if (reach === 'none') throw new Forbidden('Your role does not open this page.');
  const { context, request, params } = args;
  const actor = { kind: claim.kind, id: claim.id } as const;
  return withTenant(
    context.database,
    { organizationId: claim.organization.id, actor, readOnly },
    async (ctx) => {
      const employeeId = claim.kind === 'user' ? await findEmployeeIdOfUser(ctx, claim.id) : null;
      const viewer: Viewer = { ...claim, employeeId };
      return handler({ ctx, viewer, reach, request, url: new URL(request.url), params, context });
    },
  );
}
