import { Command, Option } from 'commander';
import type { CatalogueReport } from '~/modules/occupations/commands/catalogue-file';
import { getOrganizationId } from '~/modules/organizations/queries/get-organization-id';
import { CadreError } from '~/shared/errors';
import { expandFolders } from './expand-folders';
import { importCatalogueFile } from './import-catalogue-file';
import { IMPORT_KINDS, readImportFile } from './import-files';
import type { ImportOptions, ImportServices } from './import-options';
import { type ImportedFileReport, importReadFile, NeedsOrganization } from './import-read-file';
import { catalogueLines, reportLines } from './import-report-lines';

const DONE = 0;
const FAILED = 1;
const USAGE = 2;
/** As the shell says of a program that was stopped by Ctrl-C. */
const STOPPED = 130;

interface Taken {
  readonly reports: (ImportedFileReport | CatalogueReport)[];
  readonly refusals: { readonly file: string; readonly error: CadreError }[];
  /** The first path of which nothing was kept because it was stopped. */
  stoppedAt: string | null;
}

/**
 * Imports files one after the other, each in a transaction of its own; what is refused is told at the end.
 * Resolves to the exit code: 0 all imported, 1 some refused, 2 used wrongly, 130 stopped.
 * @throws NotFound for an organization that does not exist.
 */
export async function runImport(
  services: ImportServices,
  paths: readonly string[],
  options: ImportOptions,
): Promise<number> {
  const organizationId =
    options.org === undefined ? null : await getOrganizationId(services.database(), options.org);
  const taken: Taken = { reports: [], refusals: [], stoppedAt: null };
  for (const file of await pathsOf(taken, { paths, options })) {
    if (options.signal?.aborted) taken.stoppedAt ??= file;
    else await takeInto(taken, services, { file, options: { ...options, organizationId } });
  }
  const { reports, refusals, stoppedAt } = taken;
  if (options.json) services.out(JSON.stringify(asJson(reports, refusals, options)));
  for (const { file, error } of refusals) tell(services, file, error);
  if (stoppedAt) services.err(`Stopped at ${stoppedAt}: nothing of it was kept. What is told above was.`);
  if (options.signal?.aborted) return STOPPED;
  if (refusals.length === 0) return DONE;
  return refusals.every(({ error }) => error instanceof NeedsOrganization) ? USAGE : FAILED;
}

/** The files of the paths; a folder that cannot be read as files is refused like a file. */
async function pathsOf(
  taken: Taken,
  { paths, options }: { readonly paths: readonly string[]; readonly options: ImportOptions },
): Promise<string[]> {
  const files: string[] = [];
  for (const file of paths) {
    try {
      files.push(...(options.kind === undefined ? await expandFolders([file]) : [file]));
    } catch (error) {
      if (!(error instanceof CadreError)) throw error;
      taken.refusals.push({ file, error });
    }
  }
  return files;
}

async function takeInto(
  taken: Taken,
  services: ImportServices,
  { file, options }: { readonly file: string; readonly options: WithTarget },
): Promise<void> {
  try {
    const { report, lines } = await importOne(services, file, options);
    taken.reports.push(report);
    if ('refused' in report) taken.refusals.push(...(report.refused ?? []));
    if (!options.json) for (const line of lines) services.out(line);
  } catch (error) {
    if (options.signal?.aborted) taken.stoppedAt = file;
    else if (error instanceof CadreError) taken.refusals.push({ file, error });
    else throw error;
  }
}

type WithTarget = ImportOptions & { readonly organizationId: string | null };

/** What is told by its content as a source of the shared catalogue goes there; all else is read as one file. */
async function importOne(
  services: ImportServices,
  file: string,
  options: WithTarget,
): Promise<{ readonly report: ImportedFileReport | CatalogueReport; readonly lines: readonly string[] }> {
  const known = options.kind === undefined ? await importCatalogueFile(services, file, options) : null;
  if (known) return { report: known, lines: catalogueLines(known, options) };
  const report = await importReadFile(services, await readImportFile(file, options.kind), options);
  return { report, lines: reportLines(report, options) };
}

type Refusals = readonly { readonly file: string; readonly error: CadreError }[];

function asJson(reports: readonly object[], refusals: Refusals, { dryRun }: ImportOptions) {
  return {
    dryRun: dryRun ?? false,
    items: reports.map((report) => ({ ...report, refused: undefined })),
    refused: refusals.map(({ file, error }) => ({ file, reason: error.reason, errors: error.errors })),
  };
}

/** One line per place: `file:place: reason`. */
function tell(services: ImportServices, file: string, { reason, errors }: CadreError): void {
  const places = errors.map(({ pointer, detail }) => `${pointer}: ${detail}`);
  const known = places.length === 1 && places[0]?.startsWith(file);
  services.err(known ? (places[0] ?? reason) : [reason, ...places].join('\n'));
}

/** `cadre import PATH...`. The exit code is left in process.exitCode. */
export function importCommand(services: ImportServices): Command {
  return new Command('import')
    .description(
      'Take files in, recognised by their content: LER.me JSON exports, the page text of National Skills ' +
        'Exchange frameworks and framework CSV files, O*NET database releases (folder, zip or single tables), ' +
        'O*NET profile texts, the CIP-SOC crosswalk, SOC structures, UK national occupational standards, figures ' +
        'about AI (Economic Index files, exposure scores) and scores of skills; with --org also CSV files of ' +
        'employees, assessments, targets and positions.',
    )
    .argument('<path...>', 'files and folders')
    .option('--org <slug>', "into this organization's own data; without it into the shared catalogue")
    .addOption(new Option('--kind <kind>', 'take the files for this kind').choices([...IMPORT_KINDS]))
    .option(
      '--release <release>',
      'release to note with the source of a framework; release of an O*NET folder that does not say it',
    )
    .option('--soc <code...>', 'link a national standard to these occupations')
    .option('--by <name>', 'who links it')
    .option('--replace', 'let a national standard take the place of one with other text')
    .option('--dry-run', 'do everything, then take it back')
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      '\nImporting the same file again changes nothing. A refused file leaves nothing; the others are imported.\n' +
        'Exit 0: all imported; 1: a file was refused, its place and reason on stderr; 2: used wrongly;\n' +
        '130: stopped by Ctrl-C, and of the file that was being imported nothing was kept. Of a folder of sources each\n' +
        'file is kept or refused by itself; the output says which.',
    )
    .action(async (paths: string[], options: ImportOptions) => {
      const stop = new AbortController();
      const onInterrupt = () => stop.abort(new Error('stopped'));
      process.once('SIGINT', onInterrupt);
      process.once('SIGTERM', onInterrupt);
      process.exitCode = await runImport(services, paths, { ...options, signal: stop.signal });
    });
}
