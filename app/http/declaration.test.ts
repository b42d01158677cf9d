import { describe, expect, it } from 'vitest';
import { declarationOf, declare } from './declaration';
import { publicRoute, sessionRoute } from './open-route.server';
import { apiLoader, tenantLoader } from './tenant-route.server';

describe('declarations', () => {
  it('are on whatever a builder makes', () => {
    const read = { permission: 'catalogue:read' } as const;
    expect(declarationOf(publicRoute(async () => 1))).toEqual({ access: 'public' });
    expect(declarationOf(sessionRoute(async () => 1))).toEqual({ access: 'session' });
    expect(declarationOf(tenantLoader(read, async () => 1))).toEqual(read);
    expect(declarationOf(apiLoader(read, async () => 1))).toEqual(read);
  });

  it('are on nothing else', () => {
    expect(declarationOf(async () => 1)).toBeUndefined();
    expect(declarationOf(undefined)).toBeUndefined();
  });

  it('cannot be taken away or replaced', () => {
    const declared = declare({ access: 'session' }, () => 1);
    expect(() => declare({ access: 'public' }, declared)).toThrow(TypeError);
    expect(declarationOf(declared)).toEqual({ access: 'session' });
  });
});
