import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from './source-files';

/** Requirements in scope, as the design lists them: `1.2.1-5` stands for 1.2.1 to 1.2.5. */
const SCOPE = `1.1.1-2 1.2.1-5 1.2.9-10 1.3.1-7 1.3.10-11 1.5.2 2.2.1-3 2.3.1-4 2.4.1 3.2.1-2 3.3.1-4 3.4.1-8 3.5.1-3
  3.7.2 4.1.1-3 4.2.1 5.2.1-3 5.3.1-2 5.4.1-2 6.2.1-12 6.3.1-4 6.4.1-3 6.5.1-5 6.6.2-3 6.8.1-2 6.8.4 7.2.1-4 7.3.1-2
  7.4.1-5 7.5.1-2 7.6.1-2 8.2.1-3 8.3.1-2 8.4.1 9.1.1-3 9.2.1-3 10.1.1-2 10.2.1-2 10.3.1-3 10.5.1-5 11.3.1-3 11.4.1-3
  11.5.1 12.3.2 13.2.2-5 13.4.1-5 14.2.1-2 14.2.7 14.3.1-3 15.1.2 15.3.1-7 15.4.2 16.2.1-2 16.2.5 16.3.1-4 16.4.1-2
  16.5.1-3`;

const ids = SCOPE.split(/\s+/).flatMap((part) => {
  const [, section = '', first = '', last = first] = /^(\d+\.\d+)\.(\d+)(?:-(\d+))?$/.exec(part) ?? [];
  const count = Number(last) - Number(first) + 1;
  return Array.from({ length: count }, (_, index) => `V${section}.${Number(first) + index}`);
});

const text = readFileSync(path.join(ROOT, 'docs/asvs.md'), 'utf8');
const rows = [...text.matchAll(/^\| (V[\d.]+) \| ([^|]+) \| ([^|]+) \|$/gm)].map(([, id, , tests = '']) => ({
  id,
  files: [...tests.matchAll(/`([^`]+)`/g)].map(([, file = '']) => file),
  open: /^not yet: \S/.test(tests),
}));

describe('docs/asvs.md', () => {
  it('has every requirement in scope once, in order, and no other', () => {
    expect(rows.map(({ id }) => id)).toEqual(ids);
  });

  it('names tests that exist, or says why there are none yet', () => {
    expect(rows.filter(({ files, open }) => files.length > 0 === open).map(({ id }) => id)).toEqual([]);
    const named = rows.flatMap(({ files }) => files);
    expect(named.filter((file) => !/\.(test|spec)\.ts$/.test(file))).toEqual([]);
    expect(named.filter((file) => !existsSync(path.join(ROOT, file)))).toEqual([]);
  });

  it('counts what is covered', () => {
    const covered = rows.filter(({ files }) => files.length > 0).length;
    expect(text).toContain(`${covered} of ${rows.length} are covered.`);
  });
});
