import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT, sourceFiles } from './source-files';

const files = sourceFiles();

describe('sizes and names', () => {
  it('keeps every file within 300 lines, routes within 120, and half of them near 60', () => {
    expect(files.filter((file) => file.lines > 300).map((file) => file.name)).toEqual([]);
    const routes = files.filter((file) => /^app\/routes\/.*route\.tsx?$/.test(file.name));
    expect(routes.filter((file) => file.lines > 120).map((file) => file.name)).toEqual([]);
    const sizes = files.map((file) => file.lines).sort((a, b) => a - b);
    expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThanOrEqual(80);
  });

  it('has no drawer for everything, and kebab-case names', () => {
    const drawers = files.filter((file) =>
      /(^|\/)(utils?|helpers?|misc|common|managers?|services?)\/|(^|\/)(utils?|helpers?|misc|common|manager)\.tsx?$/.test(
        file.name,
      ),
    );
    expect(drawers.map((file) => file.name)).toEqual([]);
    const odd = files.filter(
      (file) => !file.name.startsWith('app/routes/') && !/^[a-z0-9.-]+$/.test(path.basename(file.name)),
    );
    expect(odd.map((file) => file.name)).toEqual([]);
  });

  it('has no barrel but the map of tasks', () => {
    const barrels = files.filter((file) => /(^|\/)index\.tsx?$/.test(file.name)).map((file) => file.name);
    expect(barrels).toEqual(['jobs/tasks/index.ts']);
  });
});

describe('one place each', () => {
  it('reads process.env only where the environment is read or handed on', () => {
    const readers = files
      .filter((file) => /process\.env\b/.test(file.text) && !file.name.startsWith('test/'))
      .map((file) => file.name);
    expect(readers.sort()).toEqual([
      'app/env.server.ts',
      'bin/bootstrap.mjs',
      'bin/build.ts',
      'bin/dev.ts',
      'bin/start/child-environment.ts',
      'bin/validate/find-chromium.ts',
      'bin/validate/run-tool.ts',
    ]);
  });

  it('opens a tenant only in http, jobs, the command line, seeds and tests, and the system nowhere else', () => {
    const callers = (name: string) =>
      files
        .filter(
          (file) => new RegExp(`\\b${name}\\(`).test(file.text) && !/^(db|test|bin|seeds)\//.test(file.name),
        )
        .map((file) => file.name);
    expect(callers('withTenant').sort()).toEqual([
      'app/http/kept-pages/kept-pages.server.ts',
      'app/http/tenant-route.server.ts',
      'app/http/tenant-stream.server.ts',
      'app/http/warm-titles.server.ts',
      'app/modules/organizations/commands/create-organization.ts',
      'jobs/find-record.ts',
      'jobs/run-task.ts',
      'jobs/tasks/hourly-upkeep.ts',
      'jobs/tasks/publish-audit-heads.ts',
    ]);
    expect(callers('withSystem').sort()).toEqual([
      'app/modules/frameworks/commands/import-shared-framework.ts',
      'jobs/operator-transaction.ts',
    ]);
  });
});

describe('the guides', () => {
  it('has one sentence in ARCHITECTURE.md for every folder', () => {
    const text = readFileSync(path.join(ROOT, 'ARCHITECTURE.md'), 'utf8');
    const folders = ['app', 'app/modules', 'app/modules/capability', ''].flatMap((folder) =>
      readdirSync(path.join(ROOT, folder), { withFileTypes: true })
        .filter(
          (entry) =>
            entry.isDirectory() && !/^(\.|node_modules$|build$|public$|test-results$)/.test(entry.name),
        )
        .map((entry) => path.posix.join(folder, entry.name)),
    );
    const missing = folders.filter((folder) => !text.includes(`\`${folder}/\``));
    expect(missing).toEqual([]);
    const named = [...text.matchAll(/^- `([a-z0-9/.-]+)\/`/gm)].map(([, folder]) => folder ?? '');
    expect(named.filter((folder) => !existsSync(path.join(ROOT, folder)))).toEqual([]);
  });

  it('names no host of a registry and no path of a machine', () => {
    const said = files.filter(
      (file) =>
        /registry\.[a-z]|\/(work|home|Users)\/[a-z]/.test(file.text) &&
        file.name !== 'test/structure/structure.test.ts',
    );
    expect(said.map((file) => file.name)).toEqual([]);
  });
});
