import { type SourceAnchors, sourceAnchors } from '../domain/onet/source-anchors';
import type { OnetOccupation } from './onet-occupation';

/** The panel of source anchors of an occupation, computed from the tables of its release. */
export function onetAnchors({ attributes, titles }: OnetOccupation): SourceAnchors {
  const { technology, tasks, ...rated } = attributes;
  return sourceAnchors({
    ...rated,
    technologyCategories: technology.map(({ category }) => category),
    tasks: tasks.map(({ name }) => name),
    alternateTitles: titles.filter(({ kind }) => kind === 'alternate').map(({ title }) => title),
  });
}
