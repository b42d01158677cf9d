import path from 'node:path';
import { PROJECT_ROOT } from '#test/setup/web-build';
import { type Declaration, declarationOf } from '~/http/declaration';

interface BuiltRoute {
  readonly id: string;
  readonly parentId?: string;
  readonly path?: string;
  readonly index?: boolean;
  readonly module: Readonly<Record<string, unknown>>;
}

export type Handler = 'loader' | 'action';

export interface RouteEntry {
  readonly id: string;
  /** Whole address with its parameters, e.g. `/o/:org/people/:id`. */
  readonly address: string;
  /** Has routes inside it: answered together with them, never alone. */
  readonly isFrame: boolean;
  /** Shows a page; the others are resources. */
  readonly isPage: boolean;
  readonly handlers: Readonly<Partial<Record<Handler, unknown>>>;
}

/** The routes of the built application. The build must be there. */
export async function listRoutes(): Promise<RouteEntry[]> {
  const built = (await import(path.join(PROJECT_ROOT, 'build/server/index.js'))) as {
    routes: Record<string, BuiltRoute>;
  };
  const { routes } = built;
  const addressOf = (id: string | undefined): string => {
    const route = id === undefined ? undefined : routes[id];
    if (!route) return '';
    return `${addressOf(route.parentId)}${route.path ? `/${route.path}` : ''}`;
  };
  const frames = new Set(Object.values(routes).map((route) => route.parentId));
  return Object.values(routes).map(({ id, module }) => ({
    id,
    address: addressOf(id) || '/',
    isFrame: frames.has(id),
    isPage: module.default !== undefined || module.ErrorBoundary !== undefined,
    handlers: {
      ...(module.loader ? { loader: module.loader } : {}),
      ...(module.action ? { action: module.action } : {}),
    },
  }));
}

/** Loaders and actions without a declaration, as `route handler`. */
export function undeclared(routes: readonly Pick<RouteEntry, 'id' | 'handlers'>[]): string[] {
  return routes.flatMap(({ id, handlers }) =>
    Object.entries(handlers)
      .filter(([, handler]) => declarationOf(handler) === undefined)
      .map(([name]) => `${id} ${name}`),
  );
}

/** What a route's loader needs. */
export function loaderDeclaration(route: RouteEntry): Declaration | undefined {
  return declarationOf(route.handlers.loader);
}
