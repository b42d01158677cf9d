import type { SystemContext } from '#db/system';
import { insertCipCodes, insertCrosswalkLinks } from '../data/crosswalk-rows';
import { CIP_COLUMNS, type CipCode, readCipCode } from '../domain/crosswalk/cip-code';
import { CROSSWALK_COLUMNS, type CrosswalkLink, readCrosswalkLink } from '../domain/crosswalk/crosswalk-link';
import { CIP_CODES, CIP_SOC_CROSSWALK } from '../domain/crosswalk/crosswalk-sources';
import { sourceFault } from '../domain/source-table/source-fault';
import type { SourceReport, SourceRequest } from './import-source-request';
import { importSourceSet } from './import-source-set';
import { inspectTable, TableReading } from './import-source-table';

/** The crosswalk has 6,097 rows, the code list 2,848. */
const MOST_ROWS = 100_000;

/**
 * Loads the CIP 2020 to SOC 2018 crosswalk into the shared catalogue (formats 1.3). Rows without a match are kept
 * and counted, and stay out of lookups.
 * @throws InvalidInput with file, line and reason; then nothing is changed.
 */
export async function importCrosswalk(ctx: SystemContext, request: SourceRequest): Promise<SourceReport> {
  const seen = await inspectTable(request);
  const reading = new TableReading(request, seen, { names: CROSSWALK_COLUMNS, most: MOST_ROWS });
  const counts = { links: 0, programmesWithoutOccupation: 0, occupationsWithoutProgramme: 0 };
  const firstLines = new Map<string, number>();
  const take = (link: CrosswalkLink) => {
    once(firstLines, `${link.cipCode} ${link.socCode}`, { file: request.input.name, line: link.line });
    if (link.unmatched === 'noSoc') counts.programmesWithoutOccupation += 1;
    else if (link.unmatched === 'noCip') counts.occupationsWithoutProgramme += 1;
    else counts.links += 1;
    return link;
  };
  async function* links() {
    for await (const rows of reading.batches()) yield rows.map((row) => take(readCrosswalkLink(row)));
  }
  const set = {
    origin: CIP_SOC_CROSSWALK,
    release: request.release ?? CIP_SOC_CROSSWALK.release,
    checksum: seen.checksum,
  };
  return importSourceSet(ctx, request, {
    set,
    write: async (sourceId) => ({ rows: await insertCrosswalkLinks(ctx, sourceId, links()), counts }),
  });
}

/**
 * Loads the CIP 2020 code list with its definitions. The published file has quotes inside enclosed cells that are not
 * doubled; they are data. Throws InvalidInput like importCrosswalk.
 */
export async function importCipCodes(ctx: SystemContext, request: SourceRequest): Promise<SourceReport> {
  const seen = await inspectTable(request, { loose: true });
  const reading = new TableReading(request, seen, { names: CIP_COLUMNS, most: MOST_ROWS });
  const counts = { families: 0, series: 0, programmes: 0 };
  const firstLines = new Map<string, number>();
  const take = (code: CipCode) => {
    once(firstLines, code.code, { file: request.input.name, line: code.line });
    counts[code.code.length === 2 ? 'families' : code.code.length === 5 ? 'series' : 'programmes'] += 1;
    return code;
  };
  async function* codes() {
    for await (const rows of reading.batches()) yield rows.map((row) => take(readCipCode(row)));
  }
  const set = { origin: CIP_CODES, release: request.release ?? CIP_CODES.release, checksum: seen.checksum };
  return importSourceSet(ctx, request, {
    set,
    write: async (sourceId) => ({ rows: await insertCipCodes(ctx, sourceId, codes()), counts }),
  });
}

function once(
  lines: Map<string, number>,
  key: string,
  place: { readonly file: string; readonly line: number },
): void {
  const earlier = lines.get(key);
  if (earlier !== undefined) throw sourceFault(place, `${key} is there twice; first on line ${earlier}.`);
  lines.set(key, place.line);
}
