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

/** What every page of an organization loads, in one file: many small ones are larger when sent. */
const FRAME =
  /\/app\/components\/(?:app-shell|brand-mark|button|date-text|empty-state|error-state|export-links|format-date|lock-icon|notice|page-header|refresh-without-script|segmented-links|theme-toggle|use-refresh-while)|\/app\/shared\/(?:calendar-day|format-day|is-uuid)|\/app\/http\/(?:route-error|dead-link)|\/organizations\/domain\/(?:role|permissions)\.|\/lucide-react\/dist\/esm\/(?:createLucideIcon|Icon|defaultAttributes|shared|context)/;
/** What pages with figures share. */
const FIGURES =
  /\/frameworks\/domain\/(?:dimension|level)\.|\/people\/domain\/(?:role-band|employment-words)\.|\/capability\/domain\/(?:round-shown|heatmap-view|heatmap-words|heatmap-filter)\.|\/capability\/ui\/(?:format-figure|as-of-line|figures-notice|visible-cell|cell-label|why-block|panel-statements)\./;

function fileOf(id: string): string | undefined {
  if (FRAME.test(id)) return 'frame';
  return FIGURES.test(id) ? 'figures' : undefined;
}

export default defineConfig(({ command, isSsrBuild }) => ({
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
  build: {
    sourcemap: false,
    target: 'es2022',
    ...(isSsrBuild ? {} : { rollupOptions: { output: { manualChunks: fileOf } } }),
  },
}));
