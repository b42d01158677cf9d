import ts from 'typescript';
import { type Catalogue, ownCatalogue } from '#db/catalogue';
import type { TenantContext } from '#db/tenancy';

/** A data function that works inside one organization. */
export interface DataFunction {
  /** `module/file.function`. */
  readonly name: string;
  call(ctx: TenantContext, args: readonly unknown[]): Promise<unknown>;
}

type Taking<First> = (first: First, ...rest: readonly unknown[]) => unknown;

const SOURCES = import.meta.glob<string>('/app/modules/*/data/**/*.ts', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const MODULES = import.meta.glob<Record<string, unknown>>('/app/modules/*/data/**/*.ts', { eager: true });

/**
 * Every exported function of app/modules/<module>/data whose first parameter is a tenant's context or a catalogue,
 * read from the source text; a catalogue is the organization's own.
 */
export function discoverDataFunctions(): DataFunction[] {
  return sources().flatMap(([path, text]) => {
    const prefix = path.replace(/^\/app\/modules\/([^/]+)\/data\/(.*)\.ts$/, '$1/$2');
    return exportedFunctions(text).flatMap(({ name, first }) => {
      const exported = MODULES[path]?.[name];
      if (/\bCatalogue\b/.test(first)) {
        const run = exported as Taking<Catalogue>;
        return [{ name: `${prefix}.${name}`, call: async (ctx, args) => run(ownCatalogue(ctx), ...args) }];
      }
      if (!/\bTenantContext\b/.test(first)) return [];
      const run = exported as Taking<TenantContext>;
      return [{ name: `${prefix}.${name}`, call: async (ctx, args) => run(ctx, ...args) }];
    }) satisfies DataFunction[];
  });
}

/** Exported functions whose first parameter is no context: nothing says whose rows they read. */
export function listFunctionsWithoutContext(): string[] {
  const context = /\b(TenantContext|Catalogue|AuthContext|SystemContext)\b/;
  return sources().flatMap(([path, text]) =>
    exportedFunctions(text)
      .filter(({ first }) => !context.test(first))
      .map(({ name }) => `${path} ${name}`),
  );
}

/** The text of every file of app/modules/<module>/data but tests, by path. */
export const sources = () => Object.entries(SOURCES).filter(([path]) => !path.endsWith('.test.ts'));

/** Exported functions, declared or held in a constant, with the type of their first parameter as written. */
function exportedFunctions(text: string): { name: string; first: string }[] {
  const source = ts.createSourceFile('data.ts', text, ts.ScriptTarget.ES2024, true);
  const found: { name: string; first: string }[] = [];
  const add = (name: string, parameters: ts.NodeArray<ts.ParameterDeclaration>) =>
    void found.push({ name, first: parameters[0]?.type?.getText(source) ?? '' });
  for (const statement of source.statements) {
    const modifiers = ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : [];
    if (!modifiers.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) continue;
    if (ts.isFunctionDeclaration(statement) && statement.name) add(statement.name.text, statement.parameters);
    if (!ts.isVariableStatement(statement)) continue;
    for (const { name, initializer } of statement.declarationList.declarations) {
      const isFunction =
        initializer && (ts.isArrowFunction(initializer) || ts.isFunctionExpression(initializer));
      if (isFunction && ts.isIdentifier(name)) add(name.text, initializer.parameters);
    }
  }
  return found;
}
