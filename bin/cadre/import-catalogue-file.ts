import { stat } from 'node:fs/promises';
import type {
  Candidate,
  CatalogueProgress,
  CatalogueReport,
} from '~/modules/occupations/commands/catalogue-file';
import { recogniseCatalogueFile } from '~/modules/occupations/commands/recognise-catalogue-file';
import { InvalidInput } from '~/shared/errors';
import type { ImportOptions, ImportServices } from './import-options';
import { inOperatorTransaction } from './operator-transaction';

/** Files smaller than this are through before a person reads how far they are. */
const TELL_FROM_BYTES = 8 * 1024 * 1024;
const CLEAR_LINE = '\r\u001b[K';

interface Shown {
  readonly onProgress: (progress: CatalogueProgress) => void;
  /** Takes away what is not meant to stay. */
  clear(): void;
}

/** On a terminal one line that is written again; elsewhere a line for each tenth of a large file. */
async function progressOf(
  services: ImportServices,
  { place }: Candidate,
  options: ImportOptions,
): Promise<Shown> {
  if (options.json) return { onProgress: () => {}, clear: () => {} };
  if (process.stderr.isTTY) {
    return {
      onProgress: ({ file, rows, share }) => {
        const percent = share === null ? '' : `${Math.floor(share * 100)} % `;
        process.stderr.write(`${CLEAR_LINE}${percent}${file}: ${rows.toLocaleString('en')} rows`);
      },
      clear: () => void process.stderr.write(CLEAR_LINE),
    };
  }
  const tell = (await stat(place)).size >= TELL_FROM_BYTES;
  let tenth = 0;
  return {
    onProgress({ file, rows, share }) {
      if (!tell || share === null || Math.floor(share * 10) <= tenth) return;
      tenth = Math.floor(share * 10);
      services.err(`${file}: ${tenth * 10} %, ${rows} rows`);
    },
    clear: () => {},
  };
}

/**
 * Takes what is told by its content as a source of the shared catalogue; null for all else, which is left alone.
 * @throws InvalidInput with file, place and reason; the signal's reason when it is stopped.
 */
export async function importCatalogueFile(
  services: ImportServices,
  place: string,
  options: ImportOptions,
): Promise<CatalogueReport | null> {
  const known = await recogniseCatalogueFile(place);
  if (!known) return null;
  const { recogniser, candidate } = known;
  if (options.org !== undefined) {
    const detail = `${recogniser.belongs}; leave --org out.`;
    throw new InvalidInput(`${place} was not imported: ${detail}`, [{ pointer: place, detail }]);
  }
  const shown = await progressOf(services, candidate, options);
  try {
    return await recogniser.take((work) => inOperatorTransaction(services, work, options), candidate, {
      ...options,
      onProgress: shown.onProgress,
    });
  } finally {
    shown.clear();
  }
}
