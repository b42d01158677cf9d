import type { ServerBuild } from '@remix-run/node';

type Routes = ServerBuild['routes'];
type Route = Routes[string];

interface Pattern {
  readonly id: string;
  /** Lower-case segments; null where any text fits. */
  readonly segments: readonly (string | null)[];
  /** Whether longer or shorter paths may fit too (a splat, an optional segment). */
  readonly open: boolean;
}

const SUFFIX = /\.data$/;

/**
 * The part of a build that can answer a path. Remix matches a path by going through all routes, compiling each of them
 * anew, several times a page; with the few that fit it finds the same one in a fraction of the time. What fits is told
 * generously: which route answers is still Remix's choice.
 *
 * @returns for a path, the ids of the routes that may answer it, always with their parents, in the order of the build.
 */
export function routesThatFit(routes: Routes): (path: string) => readonly string[] {
  const all = Object.values(routes).filter((route): route is Route => route !== undefined);
  const patterns = all.map((route) => patternOf(routes, route));
  return (path) => {
    const wanted = new Set<string>();
    for (const segments of readings(path)) {
      for (const pattern of patterns) if (fits(pattern, segments)) addWithParents(routes, pattern.id, wanted);
    }
    return all.filter(({ id }) => wanted.has(id)).map(({ id }) => id);
  };
}

/** A build that knows the named routes alone. */
export function sliceOf(build: ServerBuild, ids: readonly string[]): ServerBuild {
  const pick = <T>(record: Record<string, T>) =>
    Object.fromEntries(ids.flatMap((id) => (id in record ? [[id, record[id] as T]] : [])));
  return {
    ...build,
    routes: pick(build.routes) as Routes,
    assets: { ...build.assets, routes: pick(build.assets.routes) as ServerBuild['assets']['routes'] },
  };
}

/** A path as pages, and as the script that asks for their data, name it. */
function readings(path: string): string[][] {
  const split = (text: string) => decoded(text).toLowerCase().split('/').filter(Boolean);
  const bare = path.replace(SUFFIX, '');
  return bare === path ? [split(path)] : [split(path), split(bare === '/_root' ? '/' : bare)];
}

function decoded(path: string): string {
  try {
    // A slash inside a segment stays one: it does not divide the path.
    return path
      .split('/')
      .map((segment) => decodeURIComponent(segment).replaceAll('/', '%2F'))
      .join('/');
  } catch {
    return path;
  }
}

function patternOf(routes: Routes, route: Route): Pattern {
  const chain: string[] = [];
  for (let at: Route | undefined = route; at; at = at.parentId ? routes[at.parentId] : undefined) {
    chain.unshift(at.path ?? '');
  }
  const segments = chain.join('/').toLowerCase().split('/').filter(Boolean);
  return {
    id: route.id,
    segments: segments.map((segment) => (segment.startsWith(':') ? null : segment)),
    open: segments.some((segment) => segment === '*' || segment.endsWith('?')),
  };
}

/** Whether the path may be the pattern's; of a pattern with a splat or an optional segment this is not told apart. */
function fits({ segments, open }: Pattern, path: readonly string[]): boolean {
  if (open) return true;
  return (
    segments.length === path.length &&
    segments.every((segment, index) => segment === null || segment === path[index])
  );
}

function addWithParents(routes: Routes, id: string, wanted: Set<string>): void {
  for (let at = routes[id]; at; at = at.parentId ? routes[at.parentId] : undefined) wanted.add(at.id);
}
