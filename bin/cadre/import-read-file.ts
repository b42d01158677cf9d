import { type SystemContext, withSystem } from '#db/system';
import { type TenantContext, withTenant } from '#db/tenancy';
import { importAssessments } from '~/modules/assessments/commands/import-assessments';
import { getMethod } from '~/modules/capability/queries/get-method';
import { type CatalogueTarget, importFramework } from '~/modules/frameworks/commands/import-framework';
import type { ImportReport } from '~/modules/frameworks/commands/import-report';
import { recordFrameworkImport } from '~/modules/frameworks/commands/record-framework-import';
import { DIMENSIONS } from '~/modules/frameworks/domain/dimension';
import { listFrameworkVersions } from '~/modules/frameworks/queries/list-framework-versions';
import { recordAudit } from '~/modules/organizations/commands/record-audit';
import { importEmployees } from '~/modules/people/commands/import-employees';
import { importPositionsFile } from '~/modules/people/commands/import-positions';
import { importTargets } from '~/modules/people/commands/import-targets';
import { type FieldError, InvalidInput } from '~/shared/errors';
import type { ReadFile } from './import-files';
import type { ImportOptions, ImportServices } from './import-options';
import type { CsvKind } from './recognise-csv';

/** What became of a CSV file: its counts by name. */
export interface CsvReport {
  readonly kind: CsvKind;
  readonly file: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly warnings: readonly FieldError[];
}

export type ImportedFileReport = ({ readonly kind: 'framework' } & ImportReport) | CsvReport;

/** A file of people without an organization to put it in. */
export class NeedsOrganization extends InvalidInput {}

const OPERATOR = { kind: 'operator', id: 'command-line' } as const;
const LIMIT_MS = 600_000;

interface Options extends Pick<ImportOptions, 'release' | 'dryRun' | 'signal'> {
  /** Null: the shared catalogue. */
  readonly organizationId: string | null;
}

/** Carries a result out of a transaction that is rolled back. */
class TakenBack<T> extends Error {
  constructor(readonly value: T) {
    super('rolled back');
  }
}

/** Runs work in a transaction; a dry run, or work that was stopped, is rolled back after all of it was done. */
async function committed<T, C>(
  run: (work: (ctx: C) => Promise<T>) => Promise<T>,
  work: (ctx: C) => Promise<T>,
  { dryRun = false, signal }: Pick<Options, 'dryRun' | 'signal'>,
): Promise<T> {
  try {
    return await run(async (ctx) => {
      const value = await work(ctx);
      signal?.throwIfAborted();
      if (dryRun) throw new TakenBack(value);
      return value;
    });
  } catch (error) {
    if (error instanceof TakenBack) return error.value as T;
    throw error;
  }
}

/**
 * Takes one file that was read into the shared catalogue or into an organization, in a transaction of its own.
 * @throws NeedsOrganization for a CSV without an organization, InvalidInput and Conflict as the importers do.
 */
export async function importReadFile(
  services: ImportServices,
  read: ReadFile,
  options: Options,
): Promise<ImportedFileReport> {
  const { organizationId, release } = options;
  const tenant = <T>(id: string, work: (ctx: TenantContext) => Promise<T>) =>
    committed<T, TenantContext>(
      (inside) => {
        const request = { organizationId: id, actor: OPERATOR, limitMs: LIMIT_MS };
        return withTenant(services.database(), request, inside);
      },
      work,
      options,
    );
  if (read.kind === 'framework') {
    const into = (target: CatalogueTarget) => takeFramework(target, read, release);
    if (organizationId !== null) return tenant(organizationId, (ctx) => into({ scope: 'own', ctx }));
    return committed<ImportedFileReport, SystemContext>(
      (work) => withSystem(services.system(), work),
      (ctx) => into({ scope: 'shared', ctx }),
      options,
    );
  }
  if (release !== undefined)
    throw new InvalidInput(`${read.file}: --release belongs to frameworks, not to ${read.kind}.`);
  if (organizationId === null)
    throw new NeedsOrganization(`${read.file}: ${read.kind} belong to an organization; name it with --org.`);
  return tenant(organizationId, (ctx) => takeCsv(ctx, { ...read, kind: read.kind }));
}

async function takeFramework(
  target: CatalogueTarget,
  { file, document, checksum }: Extract<ReadFile, { kind: 'framework' }>,
  release: string | undefined,
): Promise<ImportedFileReport> {
  const source = release === undefined ? document.source : { ...document.source, release };
  const report = await importFramework(target, { ...document, source }, { name: file, checksum });
  if (target.scope === 'own') recordFrameworkImport(target.ctx, report);
  return { kind: 'framework', ...report };
}

interface Csv {
  readonly kind: CsvKind;
  readonly file: string;
  readonly text: string;
}

async function takeCsv(ctx: TenantContext, { kind, file, text }: Csv): Promise<CsvReport> {
  const { today } = await getMethod(ctx);
  const input = { file, text, today, importedBy: OPERATOR.id };
  const result = await takeKind(ctx, kind, input);
  const { warnings, ...counts } = result;
  recordAudit(ctx, {
    action: `${kind}.import`,
    subject: { kind: 'organization', id: ctx.organizationId },
    details: counts,
  });
  return { kind, file, counts, warnings };
}

type Input = Omit<Csv, 'kind'> & { readonly today: string; readonly importedBy: string };

async function takeKind(ctx: TenantContext, kind: CsvKind, input: Input) {
  if (kind === 'employees') return importEmployees(ctx, input);
  if (kind === 'positions') return importPositionsFile(ctx, input);
  if (kind === 'targets') return importTargets(ctx, { ...input, dimensions: DIMENSIONS });
  const versions = await listFrameworkVersions(ctx);
  return importAssessments(ctx, { ...input, frameworkVersionsOf: (soc) => versions.get(soc) ?? {} });
}
