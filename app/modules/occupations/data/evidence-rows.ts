import type { Catalogue } from '#db/catalogue';
import type { Measure } from '../domain/occupation-facts';

/** The measures of an occupation from these sources, in their order. */
export async function listMeasures(
  { tx, tables }: Catalogue,
  soc: string,
  sources: readonly string[],
): Promise<Measure[]> {
  if (sources.length === 0) return [];
  const rows = await tx
    .selectFrom(tables.occupationEvidence)
    .select(['sourceKey', 'release', 'measure', 'figure', 'words', 'unit', 'n', 'precision'])
    .where('soc', '=', soc)
    .where('sourceKey', 'in', sources)
    .orderBy('position')
    .execute();
  return rows.map(({ sourceKey, figure, words, ...rest }) => ({
    ...rest,
    source: sourceKey,
    value: figure ?? words ?? '',
  }));
}

interface Replacement {
  readonly soc: string;
  readonly sourceId: string;
  readonly measures: readonly Measure[];
}

/** Replaces all that the sources of these measures say about the occupation. */
export async function replaceMeasures(
  { tx, tables }: Catalogue,
  { soc, sourceId, measures }: Replacement,
): Promise<void> {
  const sources = [...new Set(measures.map(({ source }) => source))];
  await tx
    .deleteFrom(tables.occupationEvidence)
    .where('soc', '=', soc)
    .where('sourceKey', 'in', sources)
    .execute();
  await tx
    .insertInto(tables.occupationEvidence)
    .values(
      measures.map(({ source, value, ...rest }, index) => ({
        ...rest,
        soc,
        sourceId,
        sourceKey: source,
        position: index + 1,
        figure: typeof value === 'number' ? value : null,
        words: typeof value === 'number' ? null : value,
      })),
    )
    .execute();
}
