import { Link } from '@remix-run/react';
import type { TeamDetail } from '~/modules/people/queries/get-team';
import { peopleInWords } from '~/modules/people/ui/team-branches';

interface TeamMembersProps {
  readonly members: TeamDetail['members'];
  readonly managers: TeamDetail['managers'];
  readonly direct: number;
  /** Address of the list of people. */
  readonly people: string;
  readonly teamId: string;
  readonly opensProfile: (employeeId: string) => boolean;
}

/** The first people directly in the team by name, and to whom they report. */
export function TeamMembers({ members, managers, direct, people, teamId, opensProfile }: TeamMembersProps) {
  const nameOf = (person: { readonly employeeId: string; readonly name: string }) =>
    opensProfile(person.employeeId) ? (
      <Link className="link" to={`${people}/${person.employeeId}`}>
        {person.name}
      </Link>
    ) : (
      person.name
    );
  return (
    <>
      <p className="card-body">
        {managers.length === 0 ? 'Nobody of them has a manager here.' : 'They report to '}
        {managers.map((manager, index) => (
          <span key={manager.employeeId}>
            {index > 0 ? ', ' : null}
            {nameOf(manager)} ({peopleInWords(manager.people)})
          </span>
        ))}
      </p>
      <table className="table source-table" aria-label="People directly in the team">
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Title</th>
            <th scope="col">Status</th>
          </tr>
        </thead>
        <tbody>
          {members.map((person) => (
            <tr key={person.employeeId}>
              <th scope="row">{nameOf(person)}</th>
              <td data-label="Title">{person.title}</td>
              <td data-label="Status">{person.status === 'leave' ? 'on leave' : person.status}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {direct > members.length ? (
        <div className="card-body">
          <Link className="link" to={`${people}?team=${teamId}`}>
            All {peopleInWords(direct)}
          </Link>
        </div>
      ) : null}
    </>
  );
}
