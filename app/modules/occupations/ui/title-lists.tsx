import type { OccupationResource } from '../domain/api-schemas';
import { MoreWords } from './more-words';

const KINDS = [
  { kind: 'alternate', label: 'Alternate titles', noun: 'alternate titles' },
  { kind: 'reported', label: 'Titles that people reported', noun: 'reported titles' },
] as const;

/** Other titles of an occupation by kind, the first dozen of each at once. */
export function TitleLists({ titles }: Pick<OccupationResource, 'titles'>) {
  if (titles.length === 0)
    return <p className="small">No other title is known. They come with a release of O*NET.</p>;
  return (
    <>
      {KINDS.map(({ kind, label, noun }) => {
        const words = [...new Set(titles.filter((title) => title.kind === kind).map(({ title }) => title))];
        if (words.length === 0) return null;
        return (
          <section key={kind} className="word-group">
            <h3>
              {label} <span className="small">{words.length}</span>
            </h3>
            <MoreWords words={words} noun={noun} />
          </section>
        );
      })}
    </>
  );
}
