import type { ServerBuild } from '@remix-run/node';
import { matchRoutes } from '@remix-run/react';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { routesThatFit, sliceOf } from './route-slice';

const PATHS: readonly (readonly [id: string, parent: string | null, path: string | undefined])[] = [
  ['root', null, ''],
  ['home', 'root', undefined],
  ['splat', 'root', '*'],
  ['api-splat', 'root', 'api/v1/*'],
  ['api-people', 'root', 'api/v1/employees'],
  ['api-person', 'root', 'api/v1/employees/:id'],
  ['openapi', 'root', 'api/v1/openapi.json'],
  ['o', 'root', 'o/:org'],
  ['o-index', 'o', undefined],
  ['heatmap', 'o', 'heatmap'],
  ['compare', 'o', 'heatmap/compare'],
  ['person', 'o', 'people/:id'],
  ['person-new', 'o', 'people/new'],
  ['settings', 'o', 'settings'],
  ['settings-index', 'settings', undefined],
  ['members', 'settings', 'members'],
  ['maybe', 'root', 'help/:page?'],
];

const routes = Object.fromEntries(
  PATHS.map(([id, parentId, path]) => [
    id,
    { id, module: {}, ...(parentId && { parentId }), ...(path !== undefined && { path }) },
  ]),
) as unknown as ServerBuild['routes'];

type Tree = Parameters<typeof matchRoutes>[0];

/** The tree as Remix matches it: an index has no path of its own. */
function treeOf(listed: ServerBuild['routes'], parent?: string): Tree {
  return Object.values(listed)
    .filter((route) => route !== undefined && route.parentId === parent)
    .map((route) => {
      const { id = '', path } = route ?? {};
      return path === undefined ? { id, index: true } : { id, path, children: treeOf(listed, id) };
    });
}

const matched = (listed: ServerBuild['routes'], path: string) =>
  matchRoutes(treeOf(listed), path)?.map(({ route, params }) => [route.id, params]) ?? null;

const fitting = routesThatFit(routes);
const build = { routes, assets: { routes: { heatmap: {}, person: {} } } } as unknown as ServerBuild;
const sliced = (path: string) => sliceOf(build, fitting(path));

const segment = fc.oneof(
  fc.constantFrom('o', 'O', 'api', 'v1', 'heatmap', 'Heatmap', 'compare', 'people', 'new', 'settings'),
  fc.constantFrom('members', 'employees', 'openapi.json', 'help', 'h%65atmap', 'a%2Fb', '%', '%ff', 'x', ''),
);

/** Paths that are answered, as their addresses are written. */
const known = fc
  .constantFrom(
    '/o/A/Heatmap',
    '/o/a/people/new',
    '/o/a/people/%41',
    '/api/v1/employees/x',
    '/help',
    '/help/me',
  )
  .chain((path) => fc.constantFrom(path, `${path}/`, path.toUpperCase(), path.replaceAll('/', '//')));
const random = fc
  .tuple(fc.array(segment, { maxLength: 6 }), fc.constantFrom('', '/'))
  .map(([segments, end]) => `/${segments.join('/')}${end}`);

describe('the part of a build that can answer a path', () => {
  it('lets Remix choose the same routes with the same parameters as the whole does', () => {
    // It tells of paths that it cannot decode.
    vi.spyOn(console, 'warn').mockImplementation(() => {});
    fc.assert(
      fc.property(fc.oneof(known, random), (path) => {
        expect(matched(sliced(path).routes, path)).toEqual(matched(routes, path));
      }),
      { numRuns: 2_000 },
    );
  });

  it('answers what the script of a page asks for as the page itself', () => {
    for (const path of ['/o/a/heatmap', '/o/a', '/o/a/people/new', '/o/a/settings/members']) {
      expect(matched(sliced(`${path}.data`).routes, path)).toEqual(matched(routes, path));
    }
    expect(matched(sliced('/_root.data').routes, '/')).toEqual(matched(routes, '/'));
  });

  it('is a small part, with the files of its own routes', () => {
    expect(fitting('/o/a/heatmap')).toEqual(['root', 'splat', 'api-splat', 'o', 'heatmap', 'maybe']);
    expect(Object.keys(sliced('/o/a/heatmap').assets.routes)).toEqual(['heatmap']);
  });
});
