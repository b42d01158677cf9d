import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROJECT_ROOT, withBuild } from '#test/setup/web-build';
import { declarationOf } from '~/http/declaration';
import { PERMISSIONS } from '~/modules/organizations/domain/permissions';
import { listRoutes, undeclared } from './route-manifest';

const routes = await withBuild(listRoutes);

describe('every loader and action of the built application', () => {
  it('is declared, and every route of the source is there', () => {
    const folders = readdirSync(path.join(PROJECT_ROOT, 'app/routes'));
    const handlers = routes.flatMap((route) => Object.keys(route.handlers));
    console.info(`declarations: ${routes.length} routes, ${handlers.length} loaders and actions`);
    expect(routes.map(({ id }) => id.replace('routes/', '')).sort()).toEqual([...folders, 'root'].sort());
    expect(handlers.length).toBeGreaterThan(folders.length);
    expect(undeclared(routes)).toEqual([]);
  });

  it('names a permission that is in the table, or says that it needs none', () => {
    for (const route of routes) {
      for (const handler of Object.values(route.handlers)) {
        const declared = declarationOf(handler);
        if (declared && 'permission' in declared)
          expect(Object.keys(PERMISSIONS)).toContain(declared.permission);
        else expect(['public', 'session']).toContain(declared?.access);
      }
    }
  });

  it('needs a permission below /o/:org, and a token below /api/v1 but for its description and its 404', () => {
    const open = routes.filter(({ handlers }) =>
      Object.values(handlers).some((handler) => {
        const declared = declarationOf(handler);
        return !declared || !('permission' in declared);
      }),
    );
    const guarded = open.filter(({ address }) => /^\/(o\/:org|api\/)/.test(address));
    expect(guarded.map(({ address }) => address).sort()).toEqual(['/api/v1/*', '/api/v1/openapi.json']);
  });
});

describe('red control', () => {
  it('a bare loader and a bare action are found', () => {
    const bare = async () => null;
    const declared = routes.find(({ handlers }) => handlers.loader)?.handlers.loader;
    const planted = [
      { id: 'routes/planted', handlers: { loader: bare, action: bare } },
      { id: 'routes/right', handlers: { loader: declared } },
    ];
    expect(undeclared(planted)).toEqual(['routes/planted loader', 'routes/planted action']);
  });
});
