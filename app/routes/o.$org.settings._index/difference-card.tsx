import { Form } from '@remix-run/react';
import { Button, ButtonLink } from '~/components/button';
import { Card } from '~/components/card';
import type { SettingDifference } from '~/modules/capability/domain/setting-difference';

interface DifferenceCardProps {
  readonly rows: readonly SettingDifference[];
  /** Fields of the form that applies it, its intent among them. */
  readonly fields: readonly (readonly [string, string])[];
  readonly backTo: string;
}

/** What would change, before it is applied. */
export function DifferenceCard({ rows, fields, backTo }: DifferenceCardProps) {
  if (rows.length === 0)
    return (
      <Card title="Nothing would change">
        <p>What you entered is what holds already.</p>
      </Card>
    );
  return (
    <Card title="What would change" padded={false}>
      <table className="table source-table settings-difference" aria-label="What would change">
        <thead>
          <tr>
            <th scope="col">Setting</th>
            <th scope="col">Now</th>
            <th scope="col">Then</th>
            <th scope="col">What follows</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, before, after, effect }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td data-label="Now">
                <del>{before}</del>
              </td>
              <td data-label="Then">
                <ins>{after}</ins>
              </td>
              <td data-label="What follows">{effect}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="card-body">
        <Form method="post" className="toolbar">
          {fields.map(([name, value]) => (
            <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
          ))}
          <Button type="submit" variant="primary">
            Apply
          </Button>
          <ButtonLink to={backTo} variant="quiet" reloadDocument>
            Leave as it is
          </ButtonLink>
        </Form>
      </div>
    </Card>
  );
}
