import { Command, Option } from 'commander';
import { getOrganizationId } from '~/modules/organizations/queries/get-organization-id';
import { CadreError } from '~/shared/errors';
import { IMPORT_KINDS, readImportFile } from './import-files';
import type { ImportOptions, ImportServices } from './import-options';
import { type ImportedFileReport, importReadFile, NeedsOrganization } from './import-read-file';
import { catalogueLines, reportLines } from './import-report-lines';
import type { CatalogueReport } from './recogniser';
import { recogniseCandidate } from './recognisers';

const DONE = 0;
const FAILED = 1;
const USAGE = 2;

/**
 * Imports files one after the other, each in a transaction of its own; what is refused is told at the end.
 * Resolves to the exit code: 0 all imported, 1 some refused, 2 used wrongly.
 * @throws NotFound for an organization that does not exist.
 */
export async function runImport(
  services: ImportServices,
  paths: readonly string[],
  options: ImportOptions,
): Promise<number> {
  const organizationId =
    options.org === undefined ? null : await getOrganizationId(services.database(), options.org);
  const reports: (ImportedFileReport | CatalogueReport)[] = [];
  const refusals: { readonly file: string; readonly error: CadreError }[] = [];
  for (const file of paths) {
    try {
      const { report, lines } = await importOne(services, file, { ...options, organizationId });
      reports.push(report);
      if (!options.json) for (const line of lines) services.out(line);
    } catch (error) {
      if (!(error instanceof CadreError)) throw error;
      refusals.push({ file, error });
    }
  }
  if (options.json) services.out(JSON.stringify(asJson(reports, refusals, options)));
  for (const { file, error } of refusals) tell(services, file, error);
  if (refusals.length === 0) return DONE;
  return refusals.every(({ error }) => error instanceof NeedsOrganization) ? USAGE : FAILED;
}

type WithTarget = ImportOptions & { readonly organizationId: string | null };

/** What is told by its content as a source of the shared catalogue goes there; all else is read as one file. */
async function importOne(
  services: ImportServices,
  file: string,
  options: WithTarget,
): Promise<{ readonly report: ImportedFileReport | CatalogueReport; readonly lines: readonly string[] }> {
  const known = options.kind === undefined ? await recogniseCandidate(file) : null;
  if (known) {
    const report = await known.recogniser.take(services, known.candidate, options);
    return { report, lines: catalogueLines(report, options) };
  }
  const report = await importReadFile(services, await readImportFile(file, options.kind), options);
  return { report, lines: reportLines(report, options) };
}

type Refusals = readonly { readonly file: string; readonly error: CadreError }[];

function asJson(reports: readonly object[], refusals: Refusals, { dryRun }: ImportOptions) {
  return {
    dryRun: dryRun ?? false,
    items: reports,
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
      'Take files in, recognised by their content: LER.me JSON exports and the page text of National Skills ' +
        'Exchange frameworks, O*NET database releases (folder, zip or single tables) and O*NET profile texts; with ' +
        '--org also CSV files of employees, assessments and targets.',
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
        'Exit 0: all imported; 1: a file was refused, its place and reason on stderr; 2: used wrongly.',
    )
    .action(async (paths: string[], options: ImportOptions) => {
      process.exitCode = await runImport(services, paths, options);
    });
}
