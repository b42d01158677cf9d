import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { listComponents } from './list-components';

const root = path.join(import.meta.dirname, '../..');
const read = (name: string) => JSON.parse(readFileSync(path.join(root, name), 'utf8'));

describe('the list of what is built in', () => {
  it('has every package of the lock file once, and what the project asks for as required', () => {
    const lock = read('package-lock.json') as Parameters<typeof listComponents>[0];
    const { components, metadata } = listComponents(lock);
    const refs = components.map((component) => component['bom-ref']);
    expect(new Set(refs).size).toBe(refs.length);
    const locked = new Set(
      Object.entries(lock.packages)
        .filter(([at, { version, link }]) => at !== '' && version && !link)
        .map(([at, { version }]) => `${at.split('node_modules/').at(-1)} ${version}`),
    );
    expect(new Set(components.map(({ name, version }) => `${name} ${version}`))).toEqual(locked);
    const required = components.filter(({ scope }) => scope !== 'excluded').map(({ name }) => name);
    const manifest = read('package.json') as { dependencies: Record<string, string>; version: string };
    expect(required).toEqual(expect.arrayContaining(Object.keys(manifest.dependencies)));
    expect(metadata.component).toEqual({ type: 'application', name: 'cadre', version: manifest.version });
  });

  it('says version, licence, hash and scope; needed somewhere is needed', () => {
    const { components } = listComponents({
      name: 'x',
      version: '1',
      packages: {
        '': { version: '1' },
        'node_modules/@a/b': { version: '2.0.0', license: 'MIT', integrity: 'sha512-AAEC', dev: true },
        'node_modules/c/node_modules/@a/b': { version: '2.0.0' },
        'node_modules/c': { version: '1.0.0', optional: true },
        'node_modules/own': { link: true },
      },
    });
    expect(components.map(({ name, scope, purl }) => [name, scope, purl])).toEqual([
      ['@a/b', 'required', 'pkg:npm/%40a/b@2.0.0'],
      ['c', 'optional', 'pkg:npm/c@1.0.0'],
    ]);
    const [tool] = listComponents({
      name: 'x',
      version: '1',
      packages: {
        'node_modules/d': { version: '1.2.3', license: 'MIT', integrity: 'sha512-AAEC', dev: true },
      },
    }).components;
    expect(tool).toMatchObject({
      scope: 'excluded',
      licenses: [{ expression: 'MIT' }],
      hashes: [{ alg: 'SHA-512', content: '000102' }],
    });
  });
});
