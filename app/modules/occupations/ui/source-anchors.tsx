import type { OccupationResource } from '../domain/api-schemas';

type Anchored = Pick<OccupationResource, 'titles' | 'rapids' | 'cip' | 'attributes'>;

/** What the statements rest on in the source data: skills, knowledge, abilities, tasks, titles and codes. */
export function SourceAnchors({ occupation }: { readonly occupation: Anchored }) {
  const { attributes, titles, cip, rapids } = occupation;
  const names = (items: readonly { name: string }[]) => items.map(({ name }) => name);
  const groups: readonly (readonly [label: string, names: readonly string[]])[] = [
    ['Related titles', titles.map(({ title }) => title)],
    ['Skills', names(attributes.skills)],
    ['Knowledge', names(attributes.knowledge)],
    ['Abilities', names(attributes.abilities)],
    ['Work styles', names(attributes.workStyles)],
    ['Technology', names(attributes.technology)],
    ['Tools', names(attributes.tools)],
    ['CIP education codes', cip],
    ['RAPIDS apprenticeships', rapids],
  ];
  const shown = groups.filter(([, items]) => items.length > 0);
  if (shown.length + attributes.tasks.length === 0) {
    return (
      <p className="small">No data. Anchors come with the page text of a framework of this occupation.</p>
    );
  }
  return (
    <dl className="anchors">
      {shown.map(([label, items]) => (
        <div key={label}>
          <dt>
            {label} <span className="small">{items.length}</span>
          </dt>
          <dd>{items.join(' · ')}</dd>
        </div>
      ))}
      {attributes.tasks.length > 0 ? (
        <div>
          <dt>
            Tasks <span className="small">{attributes.tasks.length}</span>
          </dt>
          <dd>
            <ol className="rung-list">
              {attributes.tasks.map(({ name }) => (
                <li key={name}>{name}</li>
              ))}
            </ol>
          </dd>
        </div>
      ) : null}
    </dl>
  );
}
