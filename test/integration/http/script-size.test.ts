import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { withBuild } from '#test/setup/web-build';

/** Bytes of script, gzip, that a browser has loaded before the first interaction (issue 7): of any page, of the heatmap. */
const MOST = 130_000;
const MOST_OF_HEATMAP = 110_000;

interface Route {
  readonly id: string;
  readonly parentId?: string;
  readonly module: string;
  readonly imports?: readonly string[];
}
interface Manifest {
  readonly entry: Pick<Route, 'module' | 'imports'>;
  readonly routes: Readonly<Record<string, Route>>;
}

const CLIENT = new URL('../../../build/client/', import.meta.url);
const sizes = new Map<string, number>();
const manifest = await withBuild(async (): Promise<Manifest> => {
  const assets = new URL('assets/', CLIENT);
  const files = readdirSync(assets);
  for (const file of files.filter((name) => name.endsWith('.js')))
    sizes.set(`/assets/${file}`, gzipSync(readFileSync(new URL(file, assets))).length);
  const name = files.find((file) => file.startsWith('manifest-')) ?? '';
  const text = readFileSync(new URL(name, assets), 'utf8');
  return JSON.parse(text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1));
});

/** The script of a page with that of its frames; what is loaded later by need, such as charts, is not in it. */
function scriptOf(id: string): number {
  const files = new Set([manifest.entry.module, ...(manifest.entry.imports ?? [])]);
  for (let route = manifest.routes[id]; route; route = manifest.routes[route.parentId ?? ''])
    for (const file of [route.module, ...(route.imports ?? [])]) files.add(file);
  return [...files].reduce((sum, file) => sum + (sizes.get(file) ?? Number.NaN), 0);
}

describe('script before the first interaction', () => {
  it('is small on every page, and smaller on the heatmap', () => {
    const pages = Object.keys(manifest.routes).map((id) => [id, scriptOf(id)] as const);
    const largest = [...pages].sort(([, one], [, other]) => other - one).slice(0, 5);
    const heatmap = scriptOf('routes/o.$org.heatmap');
    console.info(
      `script, gzip: heatmap ${heatmap}; largest ${largest.map((page) => page.join(' ')).join(', ')}`,
    );
    expect(pages.length).toBeGreaterThan(50);
    expect(heatmap).toBeLessThan(MOST_OF_HEATMAP);
    expect(pages.filter(([, size]) => !(size < MOST))).toEqual([]);
  });
});
