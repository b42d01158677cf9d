import { declarationOf } from './declaration';

/** A route as the application's build lists it. */
export interface ListedRoute {
  readonly path?: string | undefined;
  readonly module: { readonly loader?: unknown; readonly action?: unknown };
}

/** Methods that each resource of the API answers, by its address; made from its routes and their declarations. */
export type ApiMethods = readonly { readonly address: RegExp; readonly methods: readonly string[] }[];

const API = 'api/v1/';

/** Reads the routes; an address without parameters comes before those that also fit it. */
export function listApiMethods(routes: Iterable<ListedRoute | undefined>): ApiMethods {
  return [...routes]
    .filter((route) => route !== undefined)
    .filter((route) => route.path?.startsWith(API) && !route.path.endsWith('*'))
    .map(({ path = '', module }) => ({ path, methods: methodsOf(module) }))
    .sort((a, b) => parameters(a.path) - parameters(b.path))
    .map(({ path, methods }) => ({ address: pattern(path), methods }));
}

/** The methods of the resource at this path; null where no resource is. */
export function methodsAt(table: ApiMethods, path: string): readonly string[] | null {
  return table.find(({ address }) => address.test(path))?.methods ?? null;
}

function methodsOf({ loader, action }: ListedRoute['module']): string[] {
  const declared = declarationOf(action);
  const writing = declared && 'permission' in declared ? (declared.method ?? 'POST') : 'POST';
  return [...(loader ? ['GET', 'HEAD'] : []), ...(action ? [writing] : []), 'OPTIONS'];
}

const parameters = (path: string) => path.split('/:').length;

function pattern(path: string): RegExp {
  const parts = path
    .split('/')
    .map((part) => (part.startsWith(':') ? '[^/]+' : part.replace(/[^a-z0-9-]/gi, '\\$&')));
  return new RegExp(`^/${parts.join('/')}/?$`, 'i');
}
