import ts from 'typescript';
import type { AuthContext } from '#db/tenancy';
import { sources } from './discover-data-functions';

/** A data function of the role cadre_auth that is told which organization it is about. */
export interface AuthFunction {
  /** `module/file.function`. */
  readonly name: string;
  call(ctx: AuthContext, args: readonly unknown[]): Promise<unknown>;
}

const MODULES = import.meta.glob<Record<string, unknown>>('/app/modules/*/data/**/*.ts', { eager: true });

/**
 * Every exported function of app/modules/<module>/data whose first parameter is an AuthContext and one of whose others
 * is or holds an organization's id, read from the source text. Row security does not stand behind these.
 */
export function discoverAuthFunctions(): AuthFunction[] {
  return sources().flatMap(([path, text]) => {
    const source = ts.createSourceFile('data.ts', text, ts.ScriptTarget.ES2024, true);
    const prefix = path.replace(/^\/app\/modules\/([^/]+)\/data\/(.*)\.ts$/, '$1/$2');
    return source.statements.filter(ts.isFunctionDeclaration).flatMap((declared) => {
      const [first, ...rest] = declared.parameters;
      const isExported = declared.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
      if (!isExported || !declared.name || !/\bAuthContext\b/.test(first?.type?.getText(source) ?? ''))
        return [];
      if (!rest.some((parameter) => isTold(source, parameter))) return [];
      const run = MODULES[path]?.[declared.name.text] as (ctx: AuthContext, ...rest: unknown[]) => unknown;
      const name = `${prefix}.${declared.name.text}`;
      return [{ name, call: async (ctx: AuthContext, args: readonly unknown[]) => run(ctx, ...args) }];
    });
  });
}

/** Whether the parameter, or a type of the same file that it names, has an organization's id. */
function isTold(source: ts.SourceFile, parameter: ts.ParameterDeclaration): boolean {
  const text = parameter.getText(source);
  const named = source.statements.filter(
    (one) =>
      (ts.isInterfaceDeclaration(one) || ts.isTypeAliasDeclaration(one)) &&
      new RegExp(`\\b${one.name.text}\\b`).test(text),
  );
  return [text, ...named.map((one) => one.getText(source))].some((one) => /\borganizationId\b/.test(one));
}
