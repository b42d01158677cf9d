import type { ActionFunctionArgs, AppLoadContext, LoaderFunctionArgs } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { type TenantContext, withTenant } from '#db/tenancy';
import type { Admission } from '~/modules/organizations/domain/admission';
import { type Permission, type Reach, reachOf } from '~/modules/organizations/domain/permissions';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import { findEmployeeIdOfUser } from '~/modules/people/queries/find-employee-of-user';
import { type CadreError, Forbidden, isCadreError, NotFound } from '~/shared/errors';
import { declare } from './declaration';
import { pageErrors, problem, problemErrors } from './error-response.server';
import { claimOfToken, memberOf, slugOfFormer, type ViewerClaim } from './resolve-viewer.server';
import type { SignedIn } from './session.server';

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
type RequestOfMember = Pick<RemixArgs, 'context' | 'request' | 'params'>;

interface Options {
  readonly permission: Permission;
}

/** While a body is read: the viewer is known to be allowed, and no transaction is open. */
export interface BodyStage {
  readonly claim: ViewerClaim;
  readonly context: AppLoadContext;
  /** A short transaction that may write, as the viewer's organization. */
  readonly inTenant: <T>(work: (ctx: TenantContext) => Promise<T>) => Promise<T>;
}

interface LoaderOptions extends Options {
  /** The frame of other pages: the parameters of those are theirs to judge, after their own permission. */
  readonly layout?: true;
}

interface ActionOptions<T, Body> extends Options {
  /** Reads the body once the viewer is known to be allowed, before the transaction opens. */
  readonly body: (request: Request, stage: BodyStage) => Promise<Body>;
  /** Answers input that was refused, after the transaction was rolled back; form errors are data. */
  readonly refused: (error: CadreError) => T;
}

/** A page's loader: session cookie, membership of `/o/:org`, permission; one read-only transaction. */
export function tenantLoader<T>({ permission, layout }: LoaderOptions, handler: Handler<T>) {
  return declare(
    { permission },
    (args: LoaderFunctionArgs): Promise<T> =>
      pageErrors(args, async () =>
        open(
          args,
          { claim: await sharedClaim(args), permission, readOnly: true, ...(layout ? { layout } : {}) },
          handler,
        ),
      ),
  );
}

/**
 * A page's action: as tenantLoader, with its body read first, in a transaction that may write. The viewer is looked up
 * before the body and after it: a body can take minutes, and rights that were taken away meanwhile write nothing.
 */
export function tenantAction<T, Body>(
  options: ActionOptions<T, Body>,
  handler: (args: TenantArgs & { readonly body: Body }) => Promise<T>,
) {
  return declare(
    { permission: options.permission },
    (args: ActionFunctionArgs): Promise<T> =>
      pageErrors(args, async () => {
        const stage = bodyStage(args, options.permission, await memberClaim(args));
        try {
          const body = await options.body(args.request, stage);
          const opening = { claim: await memberClaim(args), permission: options.permission, readOnly: false };
          return await open(args, opening, (opened) => handler({ ...opened, body }));
        } catch (error) {
          if (isCadreError(error) && (error.kind === 'invalid-input' || error.kind === 'conflict')) {
            return options.refused(error);
          }
          throw error;
        }
      }),
  );
}

/** An API resource's loader: bearer token only; errors are problem details. */
export function apiLoader(options: Options, handler: Handler<unknown>) {
  return declare(
    options,
    (args: LoaderFunctionArgs): Promise<Response> =>
      problemErrors(args, () => asToken(args, options, handler)),
  );
}

/** What reads the body works with. Throws Forbidden when the permission does not reach at all. */
export function bodyStage(args: RemixArgs, permission: Permission, claim: ViewerClaim): BodyStage {
  requireReach(claim, permission);
  const opening = { claim, permission, readOnly: false };
  return { claim, context: args.context, inTenant: (work) => open(args, opening, ({ ctx }) => work(ctx)) };
}

/** Told by name: the web server's bundle and Remix's have this file each. */
const CLAIM: unique symbol = Symbol.for('cadre.claim') as never;

/**
 * Who asks, of the member who is signed in. One answer for all loaders of one request: the frame and the page show the
 * same moment. Throws the way to the sign-in or to what the organization's policy asks first, NotFound for strangers.
 */
export function sharedClaim(args: RequestOfMember): Promise<ViewerClaim> {
  const context = args.context as AppLoadContext & { [CLAIM]?: Promise<ViewerClaim> };
  context[CLAIM] ??= memberClaim(args);
  return context[CLAIM];
}

async function memberClaim({ context, request, params }: RequestOfMember): Promise<ViewerClaim> {
  const slug = isStorable(params['org']) ? (params['org'] ?? '') : null;
  const { person, admitted } = await memberOf(context, request.headers.get('cookie'), slug);
  const url = new URL(request.url);
  if (!person) throw strangerAt(context, redirect(signInAddress(url)));
  if (person.renewedCookie) context.setCookie(person.renewedCookie);
  if (!admitted && slug !== null) await leadFromFormerAddress({ context, request, person }, slug);
  // One answer for every organization but the one that vouched: it must not tell where else its member belongs.
  const isElsewhere = admitted?.claim.organization.id !== person.ssoOrganizationId;
  if (person.method === 'sso' && isElsewhere) throw redirect(signInAddress(url));
  if (!admitted) throw strangerAt(context, new NotFound('There is no such page.'));
  const address = ADMISSION_ADDRESSES[admitted.admission];
  if (address) throw redirect(address(slug ?? '', url));
  context.letInto(admitted.claim.organization.id);
  return admitted.claim;
}

/** The refusal of a caller who takes no turns of an organization from now on. */
function strangerAt<Refusal>(context: AppLoadContext, refusal: Refusal): Refusal {
  context.letInto(null);
  return refusal;
}

/** Leads a member from an address that the organization had to the same page at its own. */
async function leadFromFormerAddress(
  { context, request, person }: Pick<RemixArgs, 'context' | 'request'> & { readonly person: SignedIn },
  slug: string,
): Promise<void> {
  if (request.method !== 'GET') return;
  const current = await slugOfFormer(context, person, slug);
  if (!current) return;
  const url = new URL(request.url);
  const rest = url.pathname.split('/').slice(3).join('/');
  throw redirect(`/o/${current}${rest ? `/${rest}` : ''}${url.search}`);
}

const signInAddress = (url: URL) => `/login?next=${encodeURIComponent(url.pathname + url.search)}`;

/** Where somebody goes first whom the organization's policy does not admit yet. */
const ADMISSION_ADDRESSES: Readonly<Record<Admission, ((slug: string, url: URL) => string) | null>> = {
  admitted: null,
  'use-single-sign-on': (slug, url) => `/sso/${slug}?next=${encodeURIComponent(url.pathname + url.search)}`,
  'set-up-second-factor': (_slug, url) =>
    `/account/security?next=${encodeURIComponent(url.pathname + url.search)}`,
  'sign-in-otherwise': (_slug, url) => signInAddress(url),
  'prove-again': (_slug, url) =>
    `/account/security/confirm?why=rights&next=${encodeURIComponent(url.pathname + url.search)}`,
};

/** How far the permission goes for the viewer. Throws Forbidden when not at all. */
export function requireReach(claim: ViewerClaim, permission: Permission): Reach {
  const reach = reachOf(claim.role, permission);
  if (reach === 'none') throw new Forbidden('Your role does not open this page.');
  return reach;
}

async function asToken(args: RemixArgs, options: Options, handler: Handler<unknown>): Promise<Response> {
  const claim = await tokenClaim(args);
  return answerOf(await open(args, { claim, permission: options.permission, readOnly: true }, handler));
}

/** Whom the bearer token acts for. Throws the refusal, 401 as problem details. */
export async function tokenClaim({ context, request }: RemixArgs): Promise<ViewerClaim> {
  const claim = await claimOfToken(context, request.headers.get('authorization'));
  if (claim) {
    context.letInto(claim.organization.id);
    return claim;
  }
  context.letInto(null);
  context.logger.warn({ requestId: context.requestId }, 'no valid token');
  const detail = 'A valid bearer token is needed.';
  const refusal = problem({ status: 401, detail, requestId: context.requestId });
  refusal.headers.set('WWW-Authenticate', 'Bearer realm="cadre"');
  throw refusal;
}

/** What a handler of the API gave, as JSON that no cache keeps; a Response stays as it is. */
export function answerOf(value: unknown): Response {
  if (value instanceof Response) return value;
  return Response.json(value, { headers: { 'Cache-Control': 'no-store' } });
}

interface Opening extends Pick<LoaderOptions, 'layout'> {
  readonly claim: ViewerClaim;
  readonly permission: Permission;
  readonly readOnly: boolean;
}

/** Whether PostgreSQL can hold the text: what it cannot hold is nobody's id. */
function isStorable(text = ''): boolean {
  return text.isWellFormed() && !text.includes('\0');
}

/** Runs the handler in one transaction as the viewer's organization. */
export async function open<T>(args: RemixArgs, opening: Opening, handler: Handler<T>): Promise<T> {
  const { claim, permission, readOnly } = opening;
  const reach = requireReach(claim, permission);
  const { context, request, params } = args;
  if (!opening.layout && !Object.values(params).every(isStorable))
    throw new NotFound('There is nothing at this address.');
  const actor = { kind: claim.kind, id: claim.id } as const;
  return withTenant(
    context.database,
    { organizationId: claim.organization.id, actor, readOnly },
    async (ctx) => {
      const employeeId = claim.kind === 'user' ? await findEmployeeIdOfUser(ctx, claim.id) : null;
      const viewer: Viewer = { ...claim, employeeId };
      return handler({
        ctx: unkept(ctx, context),
        viewer,
        reach,
        request,
        url: new URL(request.url),
        params,
        context,
      });
    },
  );
}

/** A page that leaves something behind when it is seen, a note in the audit log or a job, does so each time. */
function unkept(ctx: TenantContext, { page }: AppLoadContext): TenantContext {
  const atEnd: TenantContext['atEnd'] = (step) => {
    page.refuse();
    ctx.atEnd(step);
  };
  return { ...ctx, atEnd };
}
