import { describe, expect, it } from 'vitest';
import { pathPattern } from './request-log.server';

const ID = '0198a3f2-7c1d-7a3e-9b54-2f6a8f0c1d2e';

describe('pathPattern', () => {
  it.each([
    ['/', '/'],
    ['/login', '/login'],
    ['/login.data', '/login.data'],
    ['/o/harbourline/heatmap', '/o/:org/heatmap'],
    ['/O/Harbourline/Heatmap', '/o/:org/heatmap'],
    ['/o/harbourline.data', '/o/:org'],
    [`/o/harbourline/people/${ID}`, '/o/:org/people/:id'],
    ['/o/harbourline/people/ada', '/o/:org/people/:id'],
    [`/o/harbourline/imports/${ID.toUpperCase()}`, '/o/:org/imports/:id'],
    ['/api/v1/profiles/externalId:E0001', '/api/v1/profiles/:id'],
    ['/api/v1/profiles/externalId%3AE0001', '/api/v1/profiles/:id'],
    [
      '/api/v1/occupations/33-9032.00/frameworks/mastery',
      '/api/v1/occupations/33-9032.00/frameworks/mastery',
    ],
    ['/ada%40example.test', '/:other'],
    ['/invite/s3cr3t', '/invite/:token'],
    ['/signup/s3cr3t.data', '/signup/:token'],
    ['/reset/s3cr3t', '/reset/:token'],
  ])('%s is logged as %s', (path, pattern) => expect(pathPattern(path)).toBe(pattern));
});
