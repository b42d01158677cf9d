import { describe, expect, it } from 'vitest';
import { listRoutes, type RouteEntry, undeclared } from '#test/integration/http/route-manifest';
import { withBuild } from '#test/setup/web-build';
import { type Declaration, declarationOf } from '~/http/declaration';
import { PERMISSIONS, type Permission, reachOf } from '~/modules/organizations/domain/permissions';
import { ROLES } from '~/modules/organizations/domain/role';

const routes = await withBuild(listRoutes);

/** What the matrices of pages, resources and actions know a route by: each of its handlers with what it needs. */
const handlers = routes.flatMap((route) =>
  Object.entries(route.handlers).map(([name, handler]) => ({
    route,
    name,
    declared: declarationOf(handler),
  })),
);

/** The same function without what its builder left on it. */
const bare = (handler: unknown) => (handler as (...args: never[]) => unknown).bind(null);

/** The permissions that a walk over the routes asks of each role. */
const walked = (declarations: readonly (Declaration | undefined)[]): Set<Permission> =>
  new Set(declarations.flatMap((one) => (one && 'permission' in one ? [one.permission] : [])));

describe('mutants of permissions (security.md proof 5)', () => {
  it('each declaration removed is named by the check of declarations', () => {
    const missed = handlers.filter(({ route, name }) => {
      const mutant: Pick<RouteEntry, 'id' | 'handlers'> = {
        id: route.id,
        handlers: { ...route.handlers, [name]: bare(route.handlers[name as 'loader']) },
      };
      return !undeclared([mutant]).includes(`${route.id} ${name}`);
    });
    console.info(
      `proof 5: ${handlers.length} declarations removed, ${handlers.length - missed.length} named`,
    );
    expect(missed).toEqual([]);
    expect(undeclared(routes)).toEqual([]);
  });

  it('each cell of the table that opens or shuts is a status that the role matrices expect otherwise', () => {
    const asked = walked(handlers.map(({ declared }) => declared));
    const cells = (Object.keys(PERMISSIONS) as Permission[]).flatMap((permission) =>
      ROLES.map((role) => ({ permission, role, opens: reachOf(role, permission) !== 'none' })),
    );
    const killed = cells.filter(({ permission }) => asked.has(permission)).length;
    console.info(
      `proof 5: ${cells.length} cells of the permission table turned, ${killed} seen by the matrices`,
    );
    const without = Object.keys(PERMISSIONS).filter((permission) => !asked.has(permission as Permission));
    console.info(
      `proof 5: permissions that no route asks for, so that their cells open nothing: ${without.join()}`,
    );
    expect(killed).toBeGreaterThan(cells.length / 2);
  });
});

describe('red control', () => {
  it('a permission that no route asks for is not seen', () => {
    const declared = handlers.map((one) => one.declared);
    const some = declared.filter((one) => !(one && 'permission' in one && one.permission === 'audit:read'));
    expect(walked(declared).has('audit:read')).toBe(true);
    expect(walked(some).has('audit:read')).toBe(false);
  });
});
