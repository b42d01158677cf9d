import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { TitleTraining } from '~/modules/occupations/domain/titles/title-training';

/** The release that the bench runs on, relative to the project's folder. */
export const RELEASE_FOLDER = path.join(import.meta.dirname, '../../../../shared/data/onet/30.2');

/** Titles, tasks and descriptions of an unpacked release whose files may be .gz; null when the folder is not there. */
export function readOnetTitles(folder: string): TitleTraining | null {
  if (!existsSync(folder)) return null;
  const occupations = rows(folder, 'Occupation Data.txt');
  const titled = (file: string, kind: 'alternate' | 'reported') =>
    rows(folder, file).map(([soc = '', title = '']) => ({ soc, title, kind }));
  return {
    titles: [
      ...occupations.map(([soc = '', title = '']) => ({ soc, title, kind: 'official' as const })),
      ...titled('Alternate Titles.txt', 'alternate'),
      ...titled('Sample of Reported Titles.txt', 'reported'),
    ],
    descriptions: occupations.map(([soc = '', , text = '']) => ({ soc, text })),
    tasks: rows(folder, 'Task Statements.txt').map(([soc = '', , text = '']) => ({ soc, text })),
  };
}

/** Cells of each line below the header. */
function rows(folder: string, name: string): string[][] {
  const plain = path.join(folder, name);
  const text = existsSync(plain) ? readFileSync(plain) : gunzipSync(readFileSync(`${plain}.gz`));
  const lines = text.toString('utf8').split(/\r?\n/u);
  return lines.slice(1).flatMap((line) => (line === '' ? [] : [line.split('\t')]));
}
