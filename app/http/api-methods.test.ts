import { describe, expect, it } from 'vitest';
import { type ListedRoute, listApiMethods, methodsAt } from './api-methods';
import { declare } from './declaration';

const loader = declare({ permission: 'catalogue:read' }, () => 1);
const action = (method: string) => declare({ permission: 'catalogue:read', method }, () => 1);
const routes: readonly ListedRoute[] = [
  { path: 'api/v1/things/:id', module: { loader, action: action('DELETE') } },
  { path: 'api/v1/things/newest', module: { loader } },
  { path: 'api/v1/questions', module: { action: action('POST') } },
  { path: 'api/v1/things/:id/parts/:part', module: { loader } },
  { path: 'api/v1/*', module: { loader, action: action('POST') } },
  { path: 'login', module: { loader, action: action('POST') } },
  { path: undefined, module: {} },
];

describe('the methods of a resource', () => {
  it.each([
    ['/api/v1/things/7', ['GET', 'HEAD', 'DELETE', 'OPTIONS']],
    ['/api/v1/things/newest', ['GET', 'HEAD', 'OPTIONS']],
    ['/api/v1/questions', ['POST', 'OPTIONS']],
    ['/api/v1/questions/', ['POST', 'OPTIONS']],
    ['/api/v1/things/7/parts/a%2Fb', ['GET', 'HEAD', 'OPTIONS']],
    ['/api/v1/questions/7', null],
    ['/api/v1/things', null],
    ['/api/v1/things/', null],
    ['/login', null],
  ])('at %s are %j', (path, methods) => expect(methodsAt(listApiMethods(routes), path)).toEqual(methods));
});
