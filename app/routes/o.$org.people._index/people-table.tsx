import { Fragment } from 'react';
import type { PersonLine } from './describe-rows';
import { PersonRow } from './person-row';
import type { PartOfList } from './use-endless-rows';
import type { useRowWindow } from './use-row-window';

interface PeopleTableProps {
  readonly first: PartOfList;
  readonly total: number;
  readonly detailed: boolean;
  /** The ids of those who are chosen; null where nobody is chosen here. */
  readonly chosen: ReadonlySet<string> | null;
  readonly onChoose: (id: string, chosen: boolean) => void;
  readonly rowAt: (index: number) => PersonLine | undefined;
  readonly window: ReturnType<typeof useRowWindow>;
}

/**
 * The list as a table: the rows that the page was sent with and, once the script has started, those in sight of all,
 * with empty height for the others.
 */
export function PeopleTable({ first, total, detailed, chosen, onChoose, rowAt, window }: PeopleTableProps) {
  const { body, started, drawn, rest, measure, keepFocused, moveFocus } = window;
  const columns = 6 + (chosen ? 1 : 0) + (detailed ? 3 : 0);
  const choiceOf = (line: PersonLine) =>
    chosen && {
      checked: started ? chosen.has(line.id) : undefined,
      onChange: (checked: boolean) => onChoose(line.id, checked),
    };
  return (
    <table className="table people" aria-rowcount={total + 1} aria-label="People">
      <Head choosing={chosen !== null} detailed={detailed} />
      <tbody ref={body} onFocus={(event) => keepFocused(event.target)} onKeyDown={moveFocus}>
        {started
          ? drawn.map(({ index, gap }) => {
              const line = rowAt(index);
              return (
                <Fragment key={index}>
                  {gap > 0 ? <Gap height={gap} columns={columns} /> : null}
                  {line ? (
                    <PersonRow line={line} index={index} choice={choiceOf(line)} measure={measure} />
                  ) : (
                    <tr data-index={index} aria-rowindex={index + 2} className="people-waiting">
                      <td colSpan={columns} className="small">
                        Loading …
                      </td>
                    </tr>
                  )}
                </Fragment>
              );
            })
          : first.rows.map((line, at) => (
              <PersonRow key={line.id} line={line} index={first.index + at} choice={choiceOf(line)} />
            ))}
        {started && rest > 0 ? <Gap height={rest} columns={columns} /> : null}
      </tbody>
    </table>
  );
}

/** Empty height in place of rows that are out of sight. */
function Gap({ height, columns }: { readonly height: number; readonly columns: number }) {
  return (
    <tr className="people-gap">
      <td colSpan={columns} style={{ height }} />
    </tr>
  );
}

function Head({ choosing, detailed }: { readonly choosing: boolean; readonly detailed: boolean }) {
  const names = ['Name', 'Title', 'Team', 'Site', 'Occupation', 'Manager'];
  const more = detailed ? ['Status', 'Kind', 'Availability'] : [];
  return (
    <thead>
      <tr aria-rowindex={1}>
        {choosing ? (
          <th scope="col">
            <span className="sr-only">Choose</span>
          </th>
        ) : null}
        {[...names, ...more].map((name) => (
          <th key={name} scope="col">
            {name}
          </th>
        ))}
      </tr>
    </thead>
  );
}
