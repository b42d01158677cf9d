import type { listShownMeasures } from '../data/occupation-description';
import type { EvidenceResource } from '../domain/api-schemas';

type MeasureRow = Awaited<ReturnType<typeof listShownMeasures>>[number];

function toEvidence(row: MeasureRow): EvidenceResource {
  const { source, release, measure, figure, words, unit, n, precision } = row;
  return {
    source,
    release,
    measure,
    value: figure ?? words ?? '',
    ...(unit === null ? {} : { unit }),
    ...(n === null ? {} : { n }),
    ...(precision === null ? {} : { precision }),
  };
}

const keyOf = ({ source, release, measure }: EvidenceResource) => JSON.stringify([source, release, measure]);

/**
 * The evidence pack: what the page text of a framework prints, and what published files give. A measure of the same
 * source and release that a file gives stands in place of the printed one.
 */
export function evidencePack(
  printed: readonly MeasureRow[],
  published: readonly EvidenceResource[],
): EvidenceResource[] {
  const given = new Set(published.map(keyOf));
  const all = [...printed.map(toEvidence).filter((row) => !given.has(keyOf(row))), ...published];
  const sources = [...new Set(all.map(({ source }) => source))];
  return sources.flatMap((source) => all.filter((row) => row.source === source));
}
