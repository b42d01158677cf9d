import { Form } from '@remix-run/react';
import { Button } from '~/components/button';
import { Card } from '~/components/card';
import { Field } from '~/components/field';
import type { TeamDetail } from '~/modules/people/queries/get-team';
import { ParentField, type TeamChoice } from '~/modules/people/ui/parent-field';
import { peopleInWords } from '~/modules/people/ui/team-branches';
import { addDays } from '~/shared/calendar-day';
import type { FieldError } from '~/shared/errors';

interface TeamChangesProps {
  readonly team: TeamDetail;
  readonly today: string;
  readonly teams: readonly TeamChoice[];
  readonly errors: readonly FieldError[];
}

/** Forms for whoever may change the team: its name, and that it ends or comes back. */
export function TeamChanges({ team, today, teams, errors }: TeamChangesProps) {
  const begins = team.periods.map(({ validFrom }) => validFrom).sort()[0] ?? today;
  const faultOf = (field: string) => errors.find(({ pointer }) => pointer === field)?.detail;
  const seen = <input type="hidden" name="seen" value={team.revision} />;
  return (
    <div className="team-facts">
      <Card title="Rename">
        <Form method="post" noValidate key={team.name}>
          {seen}
          <Field
            label="Name"
            name="name"
            defaultValue={team.name}
            maxLength={200}
            required
            autoComplete="off"
            error={faultOf('/name')}
            hint="It counts for all days, past ones too. Files name the team by it from now on."
          />
          <Button type="submit" name="intent" value="rename">
            Rename
          </Button>
        </Form>
      </Card>
      {team.path === null ? (
        <Card title="Open again">
          <Form method="post" noValidate>
            {seen}
            <ParentField label="Beneath" teams={teams} chosen="top" error={faultOf('/parentId')} />
            <Field
              label="From"
              name="from"
              type="date"
              defaultValue={today}
              required
              error={faultOf('/from')}
            />
            <Button type="submit" name="intent" value="reopen">
              Open again
            </Button>
          </Form>
        </Card>
      ) : (
        <Card title="Close">
          <Form method="post" noValidate>
            {seen}
            <Field
              label="From"
              name="from"
              type="date"
              defaultValue={begins < today ? today : addDays(begins, 1)}
              required
              error={faultOf('/from')}
              hint={`Possible when nobody is in it any more and no team is beneath it. Today: ${peopleInWords(team.direct)} directly, ${team.children.length} beneath.`}
            />
            <Button type="submit" name="intent" value="close" variant="danger">
              Close team
            </Button>
          </Form>
        </Card>
      )}
    </div>
  );
}
