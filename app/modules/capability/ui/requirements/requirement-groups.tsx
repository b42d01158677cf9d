import { Link } from '@remix-run/react';
import { Card } from '~/components/card';
import { DayText } from '~/components/date-text';
import type { GroupView } from './requirement-table';
import { groupWords } from './requirement-words';
import { StateMark } from './state-mark';

interface RequirementGroupsProps {
  readonly detail: {
    readonly asOf: string;
    readonly seesStates: boolean;
    readonly requirement: {
      readonly minimum: number;
      readonly teams: number;
      readonly states: readonly GroupView[];
    };
    readonly holders: {
      readonly teamId: string;
      readonly people: readonly { readonly employeeId: string; readonly name: string }[];
    } | null;
  };
  /** Whether the reader may read people one by one. */
  readonly namesPeople: boolean;
  readonly base: string;
}

/** The groups of a requirement with their state; holders of one of them by name where the reader may know them. */
export function RequirementGroups({ detail, namesPeople, base }: RequirementGroupsProps) {
  const { asOf, seesStates, requirement, holders } = detail;
  const { states, teams, minimum } = requirement;
  if (!seesStates) {
    return (
      <Card title="Groups">
        <p>
          It is set on {teams === 1 ? '1 team' : `${teams} teams`}. Whether they meet it is not shown to your
          role: it would tell what few people can do.
        </p>
      </Card>
    );
  }
  if (states.length === 0) {
    return (
      <Card title="Groups">
        <p>No team of today fits. The requirement counts as soon as one does.</p>
      </Card>
    );
  }
  return (
    <Card
      title="Groups"
      padded={false}
      aside={
        <span className="small">
          As of <DayText day={asOf} />
        </span>
      }
    >
      <table className="table requirements" aria-label="Groups">
        <thead>
          <tr>
            <th scope="col">Group</th>
            <th scope="col">State</th>
            <th scope="col">Holders</th>
          </tr>
        </thead>
        <tbody>
          {states.map((group) => (
            <tr key={group.teamId}>
              <th scope="row">{group.path}</th>
              <td data-label="State">
                <StateMark state={group.state} />
              </td>
              <td data-label="Holders">
                {groupWords(group, minimum)}{' '}
                {namesPeople && group.holders > 0 && holders?.teamId !== group.teamId ? (
                  <Link className="link" to={`?group=${group.teamId}`} preventScrollReset>
                    Who holds it<span className="sr-only"> in {group.path}</span>
                  </Link>
                ) : null}
                {holders?.teamId === group.teamId ? <Names people={holders.people} base={base} /> : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}

interface NamesProps {
  readonly people: readonly { readonly employeeId: string; readonly name: string }[];
  readonly base: string;
}

function Names({ people, base }: NamesProps) {
  return (
    <ul>
      {people.map(({ employeeId, name }) => (
        <li key={employeeId}>
          <Link className="link" to={`${base}/people/${employeeId}`}>
            {name}
          </Link>
        </li>
      ))}
    </ul>
  );
}
