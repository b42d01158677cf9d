import { Form } from '@remix-run/react';
import { Button } from '~/components/button';
import { Card } from '~/components/card';
import { Field } from '~/components/field';
import { DIMENSION_LABELS, DIMENSIONS } from '~/modules/frameworks/domain/dimension';
import type { AskedTargets } from '../../domain/targets/target-profile-view';
import { CopyTargets } from './copy-targets';
import { TargetFields } from './target-fields';
import { targetWords } from './target-words';

interface TargetCardProps {
  readonly profile: {
    readonly written: AskedTargets | null;
    readonly byDefault: AskedTargets;
    readonly revision: string;
    readonly day: string;
  };
  /** What the fields begin with instead of what holds: a copy, or what was sent before. */
  readonly draft: AskedTargets | null;
  readonly from: string;
  readonly copies: readonly { readonly id: string; readonly label: string }[];
  readonly copied: string | null;
  readonly mayWrite: boolean;
}

/** What the profile asks by dimension: fields for those who may change it, a table for all others. */
export function TargetCard({ profile, draft, from, copies, copied, mayWrite }: TargetCardProps) {
  const { written, byDefault, revision, day } = profile;
  const asked = written ?? byDefault;
  if (!mayWrite) {
    return (
      <Card title="What it asks" padded={false}>
        <table className="table targets-read" aria-label="Targets by dimension">
          <tbody>
            {DIMENSIONS.map((dimension) => (
              <tr key={dimension}>
                <th scope="row">{DIMENSION_LABELS[dimension]}</th>
                <td>{targetWords(dimension, asked[dimension])}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Card>
    );
  }
  return (
    <Card title={written ? 'What it asks' : 'Write this profile'}>
      <CopyTargets copies={copies} copied={copied} day={day} />
      <Form method="post">
        <input type="hidden" name="revision" value={revision} />
        <TargetFields asked={draft ?? asked} />
        <Field
          label="From"
          name="from"
          type="date"
          defaultValue={from}
          required
          hint="The first day on which it holds. What was planned later for a dimension that you change goes."
        />
        <div className="toolbar">
          <Button type="submit" name="intent" value="preview" variant="primary">
            Show the difference
          </Button>
          {written ? (
            <Button type="submit" name="intent" value="preview-removal" variant="danger">
              Take the written profile away
            </Button>
          ) : null}
        </div>
      </Form>
    </Card>
  );
}
