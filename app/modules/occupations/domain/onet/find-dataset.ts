import type { OnetDataset } from './dataset';
import { ONET_DATASETS } from './datasets';

const plain = (name: string) => name.replaceAll('_', ' ').trim().toLowerCase();
const KNOWN = new Map(ONET_DATASETS.map((dataset) => [plain(dataset.file), dataset]));

/** The table that a file of this name (without `.txt`) holds; undefined for one that is kept as it is. */
export function findDataset(file: string): OnetDataset | undefined {
  return KNOWN.get(plain(file));
}

/** The name under which a table that is kept as it is goes: the file's, in small letters and underscores. */
export function otherDatasetName(file: string): string {
  return plain(file)
    .replace(/[^a-z0-9]+/gu, '_')
    .replace(/^_|_$/gu, '');
}

/** Whether the cells can be the header of a table: two or more, all named, none twice, nothing that is a value. */
export function looksLikeHeader(cells: readonly string[]): boolean {
  const named = cells.every((cell) => /^[\p{L}][^\t]{0,80}$/u.test(cell));
  return cells.length > 1 && named && new Set(cells).size === cells.length;
}
