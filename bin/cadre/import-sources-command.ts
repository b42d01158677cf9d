import { stat } from 'node:fs/promises';
import { recogniseSource } from '~/modules/occupations/commands/import-source-file';
import type { SourceReport } from '~/modules/occupations/commands/import-source-request';
import { InvalidInput } from '~/shared/errors';
import type { ImportOptions, ImportServices } from './import-options';
import { findSources, importSource, type SourceOptions } from './import-sources';
import type { Candidate, CatalogueReport, Recogniser } from './recogniser';

/** Files smaller than this are through before a person reads how far they are. */
const TELL_FROM_BYTES = 8 * 1024 * 1024;

type Options = ImportOptions & Pick<SourceOptions, 'soc' | 'by' | 'replace'>;

/** One line of counts, and the warnings. */
function linesOf({ kind, release, rows, changed, counts, warnings }: SourceReport): string[] {
  const told = Object.entries(counts).map(([name, count]) => `${count} ${asWords(name)}`);
  const what = changed ? [`${rows} rows`, ...told].join(', ') : 'nothing changed';
  return [
    `${asWords(kind)} ${release}: ${what}`,
    ...warnings.map(({ pointer, detail }) => `${pointer}: ${detail}`),
  ];
}

const asWords = (name: string) =>
  name.replaceAll('_', ' ').replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

async function takeFile(services: ImportServices, file: string, options: Options): Promise<SourceReport> {
  const { release, dryRun, soc, by, replace, json } = options;
  const tell = !json && (await stat(file)).size >= TELL_FROM_BYTES;
  let tenth = 0;
  return importSource(services.system(), file, {
    ...(release === undefined ? {} : { release }),
    ...(dryRun === undefined ? {} : { dryRun }),
    ...(soc === undefined ? {} : { soc }),
    ...(by === undefined ? {} : { by }),
    ...(replace === undefined ? {} : { replace }),
    onProgress({ rows, share }) {
      if (!tell || share === null || Math.floor(share * 10) <= tenth) return;
      tenth = Math.floor(share * 10);
      services.err(`${file}: ${tenth * 10} %, ${rows} rows`);
    },
  });
}

async function take(
  services: ImportServices,
  candidate: Candidate,
  options: Options,
): Promise<CatalogueReport> {
  const { place, isFolder } = candidate;
  if (options.org !== undefined) {
    const detail = 'This source belongs to the shared catalogue: leave --org out.';
    throw new InvalidInput(`${place} was not imported: ${detail}`, [{ pointer: place, detail }]);
  }
  const found = isFolder ? await findSources(place) : [{ file: place, recogniser: undefined }];
  const known = found.filter(({ recogniser }) => !isFolder || recogniser);
  const reports: SourceReport[] = [];
  for (const { file } of known) reports.push(await takeFile(services, file, options));
  const passed = found.filter((source) => !known.includes(source)).map(({ file }) => file);
  const lines = reports.flatMap((report) =>
    linesOf(report).map((line) => (isFolder ? `${report.file}: ${line}` : line)),
  );
  return {
    kind: reports[0]?.kind ?? 'sources',
    file: place,
    changed: reports.some(({ changed }) => changed),
    lines: passed.length > 0 ? [...lines, `passed over: ${passed.join(', ')}`] : lines,
    details: { reports, passed },
  };
}

/** Crosswalks, structures, national standards and figures about AI: single files, or a folder of them. */
export const SOURCE_RECOGNISERS: readonly Recogniser[] = [
  {
    kind: 'source',
    async recognise({ place, isFolder, head }) {
      if (!isFolder) return recogniseSource(head, place) !== undefined;
      return (await findSources(place)).some(({ recogniser }) => recogniser !== undefined);
    },
    take,
  },
];
