import { describe, expect, it } from 'vitest';
import { sourceFiles } from './source-files';

const product = sourceFiles().filter(({ name }) => !name.startsWith('test/') && !/\.test\.tsx?$/.test(name));
const namesWith = (pattern: RegExp) =>
  product.filter(({ text }) => pattern.test(text)).map(({ name }) => name);
/** Occurrences as `file: what stands there`. */
const found = (pattern: RegExp) =>
  product.flatMap(({ name, text }) => [...text.matchAll(pattern)].map(([hit]) => `${name}: ${hit}`));

/** Programs of the system: the start, the build, the embedded PostgreSQL, and the operator's own scanner of files. */
const STARTS_PROGRAMS = [
  'app/scan/create-file-scanner.server.ts',
  'bin/bootstrap.mjs',
  'bin/build.ts',
  'bin/dev.ts',
  'bin/start/run-step.ts',
  'bin/start/start-program.ts',
  'bin/validate/find-chromium.ts',
  'bin/validate/run-tool.ts',
  'db/embedded/launch-postmaster.ts',
  'db/embedded/postgres-binaries.ts',
  'db/embedded/process-identity.ts',
  'db/embedded/run-program.ts',
  'db/embedded/system-user.ts',
  'db/generate.ts',
];

/** Expressions made of text: of the addresses of routes, with every sign escaped, and of names in the code. */
const MAKES_EXPRESSIONS = ['app/http/api-methods.ts', 'app/http/multipart.server.ts'];

/** A call that reads its first argument as a pattern with places to fill. */
const FORMATTER = /\b(?:util\.format|formatWithOptions|printf|sprintf|vsprintf)\(/;
const LOGGED = /\blogger\.(?:trace|debug|info|warn|error|fatal)\(/g;
const ESCAPES = /replace\(\/\[\^a-z0-9-\]\/gi, '\\\\\$&'\)/;

/** The arguments of a call, from its opening bracket on. */
function argumentsAt(text: string, from: number): string {
  let depth = 1;
  let at = from;
  for (; at < text.length && depth > 0; at += 1) {
    if (text[at] === '(') depth += 1;
    else if (text[at] === ')') depth -= 1;
  }
  return text.slice(from, at - 1);
}

/** Calls of the logger whose message is put together of input, or has places to fill. */
function madeMessages(text: string): string[] {
  return [...text.matchAll(LOGGED)]
    .map((call) => argumentsAt(text, (call.index ?? 0) + call[0].length))
    .filter((inner) => /`/.test(inner) || /'[^']*%[sdifjoO][^']*'/.test(inner) || !/['"]/.test(inner));
}

describe('calls that input must not reach (asvs.md V1.2.5, V1.2.9, V1.3.2, V1.3.10)', () => {
  it('programs of the system are started by these files alone, never by a shell', () => {
    expect(namesWith(/node:child_process/).sort()).toEqual(STARTS_PROGRAMS);
    const known = product.filter(({ name }) => STARTS_PROGRAMS.includes(name));
    const shells = known.filter(({ text }) => /[^.\w]exec(?:Sync)?\(|shell:\s*true/.test(text));
    expect(shells.map(({ name }) => name)).toEqual([]);
  });

  it('regular expressions are written out, but for those of the code itself', () => {
    expect(namesWith(/\bRegExp\(/).sort()).toEqual(MAKES_EXPRESSIONS);
    expect(product.find(({ name }) => name === MAKES_EXPRESSIONS[0])?.text).toMatch(ESCAPES);
    // Its names of fields are those of the code.
    const parameters = found(/parameter\(line(?!:)[^)]*\)/g).map((hit) => hit.split('parameter')[1]);
    expect(parameters).toEqual(["(line, 'name')", "(line ?? '', 'filename')"]);
  });

  it('no text is run as code', () => {
    expect(found(/\beval\(|new Function\(|\bsetTimeout\(\s*['"`]/g)).toEqual([]);
    // It asks the engine to tidy its memory, by a word of the code.
    const scripts = found(/\brunIn\w*Context\([^)]*\)|from 'node:vm'/g);
    expect(scripts).toEqual([
      "app/matching/title-thread.ts: from 'node:vm'",
      "app/matching/title-thread.ts: runInNewContext('gc')",
    ]);
    expect(namesWith(/dangerouslySetInnerHTML/)).toEqual([]);
  });

  it('no pattern with places to fill is input: messages of the log are written out', () => {
    expect(namesWith(FORMATTER)).toEqual([]);
    const made = product.flatMap(({ name, text }) => madeMessages(text).map((inner) => `${name}: ${inner}`));
    expect(made).toEqual([]);
  });
});

describe('red control', () => {
  it('planted messages are found', () => {
    const [plain, made] = ["logger.info({ sent }, 'letters sent')", 'logger.info({ id }, `from here`)'];
    expect([plain, made, "logger.warn('%s is late')", 'logger.error(text)'].map(madeMessages)).toEqual([
      [],
      ['{ id }, `from here`'],
      ["'%s is late'"],
      ['text'],
    ]);
  });
});
