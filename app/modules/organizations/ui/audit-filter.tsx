import { Form, Link } from '@remix-run/react';
import { X } from 'lucide-react';
import { Button } from '~/components/button';
import { Field } from '~/components/field';

export interface FilterOption {
  readonly value: string;
  readonly label: string;
}

interface AuditFilterProps {
  /** None where the reader sees one kind of entry only. */
  readonly actions: readonly FilterOption[];
  readonly actors: readonly FilterOption[];
  readonly chosen: {
    readonly action: string;
    readonly actor: string;
    readonly subject: string;
    readonly from: string;
    readonly until: string;
  };
  /** Name of the subject that is chosen, with the address without it. */
  readonly subject: { readonly name: string; readonly withoutTo: string } | null;
}

/** Narrows the log; the address holds the choice, so that it works without script. */
export function AuditFilter({ actions, actors, chosen, subject }: AuditFilterProps) {
  return (
    <Form method="get" className="audit-filter" key={JSON.stringify(chosen)} aria-label="Narrow the log">
      {actions.length > 0 ? (
        <Choice label="What" name="action" options={actions} chosen={chosen.action} any="Everything" />
      ) : null}
      <Choice label="Who" name="actor" options={actors} chosen={chosen.actor} any="Anybody" />
      <Field label="From" name="from" type="date" defaultValue={chosen.from} />
      <Field label="Until" name="until" type="date" defaultValue={chosen.until} />
      {chosen.subject ? <input type="hidden" name="subject" value={chosen.subject} /> : null}
      <div className="bar">
        <Button type="submit">Show</Button>
        {subject ? (
          <Link className="chip" to={subject.withoutTo}>
            About <b>{subject.name}</b>
            <X aria-hidden="true" />
            <span className="sr-only">, show all</span>
          </Link>
        ) : null}
      </div>
    </Form>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly name: string;
  readonly options: readonly FilterOption[];
  readonly chosen: string;
  /** Label of no choice. */
  readonly any: string;
}

function Choice({ label, name, options, chosen, any }: ChoiceProps) {
  return (
    <Field label={label} name={name}>
      {(control) => (
        <select {...control} defaultValue={chosen}>
          <option value="">{any}</option>
          {options.map(({ value, label: text }) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
