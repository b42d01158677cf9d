import { Link } from '@remix-run/react';
import { Card } from '~/components/card';
import { DayText } from '~/components/date-text';
import type { RequirementPeriod } from '../../domain/requirements/requirement';
import type { RequirementState } from '../../domain/requirements/requirement-state';
import { groupWords, requirementWords } from './requirement-words';
import { StateMark } from './state-mark';

export interface GroupView {
  readonly teamId: string;
  readonly path: string;
  readonly holders: number;
  readonly unassessed: number;
  readonly due: number;
  readonly state: RequirementState;
}

interface RequirementTableProps {
  readonly items: readonly (RequirementPeriod & {
    readonly teams: number;
    readonly states: readonly GroupView[];
  })[];
  readonly base: string;
  readonly today: string;
  /** Whether the reader's role is told states. */
  readonly seesStates: boolean;
}

/** Groups listed beneath a requirement; the rest is on its own page. */
const LISTED = 6;

/** Requirements with the state of each group that they are set on. */
export function RequirementTable({ items, base, today, seesStates }: RequirementTableProps) {
  return (
    <Card padded={false}>
      <table className="table requirements" aria-label="Requirements">
        <thead>
          <tr>
            <th scope="col">Requirement</th>
            <th scope="col">Asks for</th>
            <th scope="col">Groups</th>
            <th scope="col">Holds</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.requirementId}>
              <th scope="row">
                <Link className="link" to={`${base}/requirements/${item.requirementId}`}>
                  {item.name}
                </Link>
              </th>
              <td data-label="Asks for">{requirementWords(item)}</td>
              <td data-label="Groups">
                <Groups item={item} seesStates={seesStates} />
              </td>
              <td data-label="Holds">
                {item.validFrom > today ? 'from ' : 'since '}
                <DayText day={item.validFrom} />
                {item.validTo ? (
                  <>
                    {' '}
                    until <DayText day={item.validTo} />
                  </>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}

type GroupsProps = { readonly item: RequirementTableProps['items'][number]; readonly seesStates: boolean };

function Groups({ item, seesStates }: GroupsProps) {
  const { teams, states, minimum } = item;
  if (!seesStates) return <>{teams === 1 ? '1 team' : `${teams} teams`}</>;
  if (states.length === 0) return <>no team yet</>;
  return (
    <ul>
      {states.slice(0, LISTED).map((group) => (
        <li key={group.teamId}>
          <StateMark state={group.state} /> {group.path}
          <span className="small">{groupWords(group, minimum)}</span>
        </li>
      ))}
      {states.length > LISTED ? <li className="small">and {states.length - LISTED} more</li> : null}
    </ul>
  );
}
