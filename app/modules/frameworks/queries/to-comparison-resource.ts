import type { z } from 'zod';
import { type Compared, type FrameworkComparison, rewordingKey } from './compare-frameworks';
import { type ComparedResource, comparisonSchema } from './comparison-schemas';

/** The comparison as the API answers it. */
export function toComparisonResource({
  difference,
  confirmed,
}: FrameworkComparison): z.infer<typeof comparisonSchema> {
  const { same, moved, reworded, added, removed } = difference;
  const pair = ({ from, to }: { from: Compared; to: Compared }) => ({
    from: toResource(from),
    to: toResource(to),
  });
  return comparisonSchema.parse({
    same: same.map(({ to }) => toResource(to)),
    reworded: reworded.map(({ similarity, ...both }) => ({
      ...pair(both),
      similarity,
      confirmed: confirmed.has(rewordingKey(both.from.id, both.to.id)),
    })),
    moved: moved.map(pair),
    added: added.map(toResource),
    removed: removed.map(toResource),
  });
}

function toResource({ text: _, dimension, ...statement }: Compared): ComparedResource {
  return { ...statement, ...(dimension === null ? {} : { dimension }) };
}
