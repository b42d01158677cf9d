import { Form, Link } from '@remix-run/react';
import { Button } from '~/components/button';
import { Card } from '~/components/card';
import { DayText } from '~/components/date-text';
import { EmptyState } from '~/components/empty-state';
import type { TeamDetail, TeamPeriod } from '~/modules/people/queries/get-team';
import { peopleInWords } from '~/modules/people/ui/team-branches';
import { TeamMembers } from './team-members';

interface TeamFactsProps {
  readonly team: TeamDetail;
  readonly base: string;
  readonly today: string;
  readonly mayWrite: boolean;
  readonly opensProfile: (employeeId: string) => boolean;
}

/** Who is directly in the team, to whom they report, what is beneath, and where it stood when. */
export function TeamFacts({ team, base, today, mayWrite, opensProfile }: TeamFactsProps) {
  const { managers, children, members, direct } = team;
  const withdraws = mayWrite && team.planned.length > 0;
  return (
    <div className="stack">
      <Card title={`Directly in it: ${peopleInWords(direct)}`} padded={false}>
        {members.length > 0 ? (
          <TeamMembers
            members={members}
            direct={direct}
            managers={managers}
            people={`${base}/people`}
            teamId={team.teamId}
            opensProfile={opensProfile}
          />
        ) : (
          <EmptyState title="Nobody directly in it">
            People come here when their team is changed to this one.
          </EmptyState>
        )}
      </Card>
      <Card title="Teams beneath">
        {children.length > 0 ? (
          <ul>
            {children.map(({ teamId, name }) => (
              <li key={teamId} className="team-line">
                <Link className="link" to={`${base}/teams/${teamId}`}>
                  {name}
                </Link>
              </li>
            ))}
          </ul>
        ) : (
          'None.'
        )}
      </Card>
      <Card title="Its place over time" padded={false}>
        <table className="table source-table" aria-label="Its place over time">
          <thead>
            <tr>
              <th scope="col">From</th>
              <th scope="col">Until</th>
              <th scope="col">Beneath</th>
              {withdraws ? <th scope="col">Planned</th> : null}
            </tr>
          </thead>
          <tbody>
            {team.periods.map((period) => (
              <Period
                key={period.validFrom}
                period={period}
                base={base}
                planned={withdraws ? { team, today } : null}
              />
            ))}
          </tbody>
        </table>
      </Card>
    </div>
  );
}

interface PeriodProps {
  readonly period: TeamPeriod;
  readonly base: string;
  /** For whoever may withdraw what is planned. */
  readonly planned: { readonly team: TeamDetail; readonly today: string } | null;
}

function Period({ period: { validFrom, validTo, parent }, base, planned }: PeriodProps) {
  const isNext = (day: string) => planned?.team.periods.some((one) => one.validFrom === day) ?? false;
  return (
    <tr>
      <th scope="row">{validFrom <= '1900-01-01' ? 'the beginning' : <DayText day={validFrom} />}</th>
      <td data-label="Until">{validTo === null ? 'open' : <DayText day={validTo} />}</td>
      <td data-label="Beneath">
        {parent ? (
          <Link className="link" to={`${base}/teams/${parent.teamId}`}>
            {parent.name}
          </Link>
        ) : (
          'none: a top team'
        )}
      </td>
      {planned ? (
        <td data-label="Planned">
          {validFrom > planned.today ? (
            <Withdraw team={planned.team} day={validFrom} what="Withdraw" />
          ) : null}
          {validTo !== null && validTo > planned.today && !isNext(validTo) ? (
            <Withdraw team={planned.team} day={validTo} what="Withdraw the closing" />
          ) : null}
        </td>
      ) : null}
    </tr>
  );
}

function Withdraw({
  team,
  day,
  what,
}: {
  readonly team: TeamDetail;
  readonly day: string;
  readonly what: string;
}) {
  return (
    <Form method="post">
      <input type="hidden" name="seen" value={team.revision} />
      <input type="hidden" name="day" value={day} />
      <Button type="submit" name="intent" value="withdraw" aria-label={`${what} of ${day}`}>
        {what}
      </Button>
    </Form>
  );
}
