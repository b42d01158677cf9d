import type { ReactNode } from 'react';
import { Card } from '~/components/card';
import type { AttributeName, AttributeSource, Attributes } from '../domain/attribute-schemas';
import { RatedTable } from './rated-table';
import { TaskGroups } from './task-groups';
import { ToolGroups } from './tool-groups';

interface OccupationAttributesProps {
  readonly attributes: Attributes;
  readonly sources: readonly AttributeSource[];
}

interface Shown {
  readonly name: AttributeName;
  readonly label: string;
  readonly draw: (attributes: Attributes) => ReactNode;
}

const SHOWN: readonly Shown[] = [
  { name: 'skills', label: 'Skills', draw: (all) => <RatedTable items={all.skills} noun="skills" /> },
  {
    name: 'knowledge',
    label: 'Knowledge',
    draw: (all) => <RatedTable items={all.knowledge} noun="fields of knowledge" />,
  },
  {
    name: 'abilities',
    label: 'Abilities',
    draw: (all) => <RatedTable items={all.abilities} noun="abilities" />,
  },
  {
    name: 'workStyles',
    label: 'Work styles',
    draw: (all) => <RatedTable items={all.workStyles} noun="work styles" />,
  },
  { name: 'tasks', label: 'Tasks', draw: (all) => <TaskGroups tasks={all.tasks} /> },
  {
    name: 'technology',
    label: 'Technology',
    draw: (all) => <ToolGroups items={all.technology} noun="kinds of technology" />,
  },
  { name: 'tools', label: 'Tools', draw: (all) => <ToolGroups items={all.tools} noun="kinds of tool" /> },
];

/** The tables of the source in full, one card each, with the release that each is from. */
export function OccupationAttributes({ attributes, sources }: OccupationAttributesProps) {
  const shown = SHOWN.filter(({ name }) => attributes[name].length > 0);
  return (
    <>
      <nav aria-label="Tables" className="bar domain-links">
        {shown.map(({ name, label }) => (
          <a key={name} className="chip" href={`#${name}`}>
            {label} <b>{attributes[name].length}</b>
          </a>
        ))}
      </nav>
      <div className="attributes">
        {shown.map(({ name, label, draw }) => (
          <div key={name} id={name} className="attribute" data-name={name}>
            <Card
              title={`${label} ${attributes[name].length}`}
              aside={<span className="small">{sourceWords(sources, name)}</span>}
            >
              {draw(attributes)}
            </Card>
          </div>
        ))}
      </div>
    </>
  );
}

function sourceWords(sources: readonly AttributeSource[], name: AttributeName): string {
  const found = sources.find(({ attribute }) => attribute === name);
  if (found?.source === 'onet') return `O*NET ${found.release ?? ''}`;
  return found?.source === 'profile' ? 'profile text, release unknown' : 'page text of a framework';
}
