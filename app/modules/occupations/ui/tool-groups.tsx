import type { Attributes } from '../domain/attribute-schemas';

type Used = Attributes['technology'][number];

interface ToolGroupsProps {
  readonly items: readonly Used[];
  /** Names what the groups are, such as "kinds of tool". */
  readonly noun: string;
}

/** How many kinds stand there at once; the rest opens on demand. */
const FIRST = 16;

/** Technology or tools by kind, in the order of the source; hot technology and what is in demand are marked. */
export function ToolGroups({ items, noun }: ToolGroupsProps) {
  const kinds = [...Map.groupBy(items, ({ category }) => category ?? '')];
  const rest = kinds.slice(FIRST);
  return (
    <>
      <Kinds kinds={kinds.slice(0, FIRST)} />
      {rest.length > 0 ? (
        <details className="disclosure">
          <summary>
            {rest.length} more {noun}
          </summary>
          <Kinds kinds={rest} />
        </details>
      ) : null}
    </>
  );
}

function Kinds({ kinds }: { readonly kinds: readonly (readonly [string, readonly Used[]])[] }) {
  return (
    <dl className="tool-kinds">
      {kinds.map(([kind, items]) => (
        <div key={kind}>
          <dt>{kind === '' ? 'Kind not stated' : kind}</dt>
          <dd>
            <ul className="words">
              {items.map(({ name, hot, inDemand }) => (
                <li key={name}>
                  {name}
                  {hot ? <span className="mark-hot">hot</span> : null}
                  {inDemand ? <span className="mark-hot">in demand</span> : null}
                </li>
              ))}
            </ul>
          </dd>
        </div>
      ))}
    </dl>
  );
}
