import type { Anchors } from '../domain/attribute-schemas';

const WHERE: Readonly<Record<Anchors['source'], string>> = {
  onet: 'O*NET',
  page: 'the page text of a framework',
  profile: 'a profile text of O*NET, release unknown',
};

/** Where the anchors are from, with the releases where the source says them. */
export function anchorsSource({ source, releases }: Pick<Anchors, 'source' | 'releases'>): string {
  const [release, ...earlier] = releases;
  if (release === undefined) return WHERE[source];
  const overlay = earlier.length > 0 ? `, ratings of ${earlier.join(', ')}` : '';
  return `${WHERE[source]} ${release}${overlay}`;
}

/** What the statements rest on in the source data: skills, knowledge, abilities, work styles, technology, tasks. */
export function SourceAnchors({ anchors }: { readonly anchors: Anchors | null }) {
  if (!anchors) {
    return (
      <p className="small">
        No data. Anchors come with a release of O*NET that describes this occupation, or with the page text of
        a framework.
      </p>
    );
  }
  const groups: readonly (readonly [label: string, names: readonly string[]])[] = [
    ['Skills', anchors.skills],
    ['Knowledge', anchors.knowledge],
    ['Abilities', anchors.abilities],
    ['Work styles', anchors.workStyles],
    ['Technology', anchors.technology],
  ];
  return (
    <dl className="anchors">
      {groups.map(([label, names]) => (
        <div key={label}>
          <dt>
            {label} <span className="small">{names.length}</span>
          </dt>
          <dd>{names.length > 0 ? names.join(' · ') : <span className="small">no data</span>}</dd>
        </div>
      ))}
      <div>
        <dt>
          Tasks <span className="small">{anchors.tasks.length}</span>
        </dt>
        <dd>
          {anchors.tasks.length > 0 ? (
            <ol className="rung-list">
              {anchors.tasks.map((task) => (
                <li key={task}>{task}</li>
              ))}
            </ol>
          ) : (
            <span className="small">no data</span>
          )}
        </dd>
      </div>
    </dl>
  );
}
