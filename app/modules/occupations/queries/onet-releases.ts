import { listLoadedTables } from '../data/onet-loads';
import { compareReleaseNumbers } from '../domain/onet/release-number';
import { type OnetContext, onetCatalogue } from './onet-reader';

export interface OnetReleaseTable {
  readonly dataset: string;
  readonly file: string;
  readonly rows: number;
  /** Rows whose key was there before. */
  readonly repeated: number;
}

export interface OnetRelease {
  readonly release: string;
  /** A1, A2 or B; null where the files tell none. */
  readonly layout: string | null;
  /** Whether it describes no occupations and only overlays others. */
  readonly partial: boolean;
  readonly loadedAt: Date;
  readonly name: string;
  readonly licence: string | null;
  readonly attribution: string | null;
  readonly url: string | null;
  readonly tables: readonly OnetReleaseTable[];
}

/** The releases that are loaded, the newest first, with their tables and the attribution that pages show. */
export async function listOnetReleases(ctx: OnetContext): Promise<readonly OnetRelease[]> {
  const rows = await listLoadedTables(onetCatalogue(ctx));
  const numbers = [...new Set(rows.map(({ release }) => release))].sort(compareReleaseNumbers).reverse();
  return numbers.flatMap((release) => {
    const own = rows.filter((row) => row.release === release);
    const last = own.at(-1);
    if (!last) return [];
    const { layout, loadedAt, name, licence, attribution, url } = last;
    const tables = own.map(({ dataset, fileName, rowCount, repeatedRows }) => ({
      dataset,
      file: fileName,
      rows: rowCount,
      repeated: repeatedRows,
    }));
    const partial = !tables.some(({ dataset }) => dataset === 'occupation_data');
    return [{ release, layout, partial, loadedAt, name, licence, attribution, url, tables }];
  });
}
