import { Form, Link } from '@remix-run/react';
import { Button } from '~/components/button';
import { DayText } from '~/components/date-text';
import { Field } from '~/components/field';
import { ASKED_KIND_WORDS, type AskedKind } from '~/modules/assessments/domain/cycle';

interface PersonOfCycleProps {
  readonly person: {
    readonly employeeId: string;
    readonly name: string;
    readonly title: string;
    readonly team: string | null;
    readonly takesPart: boolean;
    readonly closesOn: string | null;
    readonly raters: readonly {
      readonly raterKind: AskedKind;
      readonly state: string;
      readonly rated: boolean;
    }[];
  };
  readonly cycle: {
    readonly cycleId: string;
    readonly state: string;
    readonly closesOn: string;
    readonly raterKinds: readonly AskedKind[];
  };
  readonly today: string;
  readonly base: string;
}

/** One person's part in a cycle, with what can be changed of it. */
export function PersonOfCycle({ person, cycle, today, base }: PersonOfCycleProps) {
  const { employeeId, name, title, team, takesPart, closesOn, raters } = person;
  const asked = raters.filter(({ state }) => state === 'approved');
  const kinds = cycle.raterKinds.map((kind) => {
    const of = asked.filter(({ raterKind }) => raterKind === kind);
    return `${ASKED_KIND_WORDS[kind]} ${of.filter(({ rated }) => rated).length} of ${of.length}`;
  });
  const peersTo = `${base}/assessments/${cycle.cycleId}/peers/${employeeId}`;
  const hidden = <input type="hidden" name="employee" value={employeeId} />;
  return (
    <li>
      <div>
        <strong>{name}</strong>
        <span className="small">
          {title}
          {team ? `, ${team}` : null}
        </span>
        <span className="small">
          {takesPart ? kinds.join(', ') : 'Not in the cycle'}
          {closesOn ? (
            <>
              , until <DayText day={closesOn} />
            </>
          ) : null}
        </span>
      </div>
      {cycle.state !== 'open' ? null : takesPart ? (
        <div className="cycle-person-tools">
          <Form method="post">
            {hidden}
            <Field
              label={`Until, for ${name}`}
              name="closesOn"
              type="date"
              min={cycle.closesOn > today ? cycle.closesOn : today}
              defaultValue={closesOn ?? ''}
            />
            <Button type="submit" name="intent" value="extend" aria-label={`Extend for ${name}`}>
              Extend
            </Button>
            <Button type="submit" name="intent" value="remove" variant="danger" aria-label={`Remove ${name}`}>
              Remove
            </Button>
          </Form>
          {cycle.raterKinds.includes('peer') ? (
            <Link className="link" to={peersTo}>
              Peers of {name}
            </Link>
          ) : null}
        </div>
      ) : (
        <Form method="post">
          {hidden}
          <Button type="submit" name="intent" value="add" aria-label={`Add ${name}`}>
            Add
          </Button>
        </Form>
      )}
    </li>
  );
}
