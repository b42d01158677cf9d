import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { openApiDocument } from './openapi';

type Json = { readonly [name: string]: Json } & readonly Json[];
const document = openApiDocument() as Json;
const operations = Object.entries(document.paths ?? {}).flatMap(([address, item]) =>
  Object.entries(item).map(([method, operation]) => ({ address, method, operation })),
);

/** Addresses under /api/v1 that have a route, in OpenAPI's way of writing. */
function routedAddresses(): string[] {
  return readdirSync(path.join(import.meta.dirname, '../routes'))
    .filter((name) => name.startsWith('api.v1.'))
    .map((name) =>
      name
        .replace(/^api\.v1/, '')
        .replace('._index', '')
        .replace(/_(?=\.)/g, '')
        .replaceAll('[.]', '\0'),
    )
    .map((name) =>
      name
        .replaceAll('.', '/')
        .replaceAll('\0', '.')
        .replace(/\$(\w+)/g, '{$1}'),
    )
    .filter((address) => address !== '/$' && address !== '/openapi.json');
}

describe('the OpenAPI document', () => {
  it('has the parts that OpenAPI 3.1 asks for', () => {
    expect(document.openapi).toMatch(/^3\.1\.\d+$/);
    expect(document.info).toMatchObject({ title: expect.any(String), version: expect.any(String) });
    expect(document.servers).toEqual([{ url: '/api/v1' }]);
    for (const { address, operation } of operations) {
      expect(address).toMatch(/^\//);
      expect(operation.summary).toEqual(expect.any(String));
      const answers = operation.responses as unknown as Record<string, { description: string }>;
      expect(Object.keys(answers)).toContain('200');
      for (const answer of Object.values(answers)) expect(answer.description).toEqual(expect.any(String));
    }
  });

  it('declares every parameter once, in its place, those of the path as required', () => {
    for (const { address, operation } of operations) {
      const parameters = (operation.parameters ?? []) as unknown as {
        name: string;
        in: string;
        required: boolean;
        schema: object;
      }[];
      const named = [...address.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      expect(parameters.filter((one) => one.in === 'path').map((one) => one.name)).toEqual(named);
      expect(new Set(parameters.map((one) => `${one.in} ${one.name}`)).size).toBe(parameters.length);
      for (const one of parameters) {
        expect(one.schema).toEqual(expect.any(Object));
        if (one.in === 'path') expect(one.required).toBe(true);
      }
    }
  });

  it('refers only to what it holds, and to known security schemes', () => {
    const text = JSON.stringify(document);
    for (const [, reference] of text.matchAll(/"\$ref":"([^"]+)"/g)) {
      const parts = (reference ?? '').replace('#/', '').split('/');
      expect(parts.reduce<Json | undefined>((at, part) => at?.[part], document)).toBeDefined();
    }
    expect(document.components?.securitySchemes?.bearer).toEqual({ type: 'http', scheme: 'bearer' });
    expect(document.security).toEqual([{ bearer: [] }]);
  });

  it('describes every resource that there is', () => {
    const described = new Set(operations.map(({ address }) => address));
    expect([...described].sort()).toEqual(routedAddresses().sort());
  });
});
