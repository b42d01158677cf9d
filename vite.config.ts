import path from 'node:path';
import { vitePlugin as remix } from '@remix-run/dev';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'vite';
import { denyImports } from 'vite-env-only';
import remixOptions from './remix.config.js';

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true;
  }
}

const at = (folder: string) => path.join(import.meta.dirname, folder);

/** Nothing of the server may reach the browser's bundle. In development Remix itself walks server files for styles. */
const guard = () =>
  denyImports({
    client: {
      specifiers: ['postgres', 'kysely', 'lucia', 'pg', 'graphile-worker', /^node:/],
      files: ['db/**', 'jobs/**', 'seeds/**', '**/data/**', '**/*.server.*'],
    },
  });

export default defineConfig(({ command }) => ({
  plugins: [...(command === 'build' ? [guard()] : []), tailwindcss(), remix(remixOptions)],
  resolve: {
    alias: [
      { find: /^~\//, replacement: `${at('app')}/` },
      { find: /^#db\//, replacement: `${at('db')}/` },
      { find: /^#jobs\//, replacement: `${at('jobs')}/` },
      { find: /^#seeds\//, replacement: `${at('seeds')}/` },
      { find: /^#test\//, replacement: `${at('test')}/` },
    ],
  },
  build: { sourcemap: false, target: 'es2022' },
}));
