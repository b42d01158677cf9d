import { Card } from '~/components/card';
import type { StandardResource } from '../domain/standard-schemas';

/** The glossary of a standard, and its sections of free text. */
export function StandardGlossary({ glossary, sections }: Pick<StandardResource, 'glossary' | 'sections'>) {
  const texts = Object.entries(sections).filter(([, text]) => text.trim() !== '');
  return (
    <>
      {glossary.length > 0 ? (
        <Card title={`Glossary ${glossary.length}`}>
          <dl className="anchors">
            {glossary.map(({ term, meaning }) => (
              <div key={term}>
                <dt>{term}</dt>
                <dd>{meaning}</dd>
              </div>
            ))}
          </dl>
        </Card>
      ) : null}
      {texts.map(([heading, text]) => (
        <Card key={heading} title={heading}>
          <p className="prose">{text}</p>
        </Card>
      ))}
    </>
  );
}
