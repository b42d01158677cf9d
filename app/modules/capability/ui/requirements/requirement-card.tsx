import { Form } from '@remix-run/react';
import { Button } from '~/components/button';
import { Card } from '~/components/card';
import { Field } from '~/components/field';
import { laterDay } from '~/modules/people/domain/timeline';
import type { RequirementPeriod } from '../../domain/requirements/requirement';
import { RequirementFields } from './requirement-fields';

interface RequirementCardProps {
  readonly detail: {
    readonly requirement: RequirementPeriod;
    readonly revision: string;
    readonly today: string;
  };
  readonly teams: readonly { readonly teamId: string; readonly path: string }[];
}

/** Changes a requirement from a day on, or ends it. */
export function RequirementCard({ detail, teams }: RequirementCardProps) {
  const { requirement, revision, today } = detail;
  return (
    <>
      <Card title="Change it">
        <Form method="post">
          <input type="hidden" name="revision" value={revision} />
          <RequirementFields
            facts={requirement}
            from={laterDay(requirement.validFrom, today)}
            teams={teams}
          />
          <Button type="submit" name="intent" value="save" variant="primary">
            Save
          </Button>
        </Form>
      </Card>
      <Card title="End it">
        <Form method="post">
          <input type="hidden" name="revision" value={revision} />
          <Field
            label="First day on which it does not hold"
            name="from"
            type="date"
            defaultValue={today}
            required
            hint="With the day on which it began, or one before, it goes without trace but the audit log."
          />
          <Button type="submit" name="intent" value="end" variant="danger">
            End this requirement
          </Button>
        </Form>
      </Card>
    </>
  );
}
