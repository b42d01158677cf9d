import { Form } from '@remix-run/react';
import { Button } from '~/components/button';
import { Card } from '~/components/card';
import { Notice } from '~/components/notice';
import type { PeoplePreview } from '~/modules/people/commands/preview-people-change';
import { differenceWords } from '~/modules/people/ui/difference-words';
import type { ChangeForm } from './read-change-form.server';

interface ChangePreviewProps {
  readonly preview: PeoplePreview;
  readonly total: number;
  readonly chosen: string;
  readonly form: ChangeForm;
}

/** What the change would do, to be confirmed. */
export function ChangePreview({ preview, total, chosen, form }: ChangePreviewProps) {
  const { people, changed, unchanged, refused, first, revision } = preview;
  const hidden = Object.entries({ ...form, revision, chosen, step: '' }).flatMap(([name, value]) =>
    name === 'step' || value === false || value === ''
      ? []
      : [[name, value === true ? 'yes' : value] as const],
  );
  return (
    <Card title="What changes">
      <p role="status">
        {total > people ? `Of the first ${people} of ${total.toLocaleString('en')} people: ` : null}
        {changed} would change, {unchanged} are so already, {refused.length} cannot be changed.
      </p>
      {refused.length > 0 ? (
        <Notice tone="warn" title="Left as they are">
          <ul>
            {refused.slice(0, 20).map(({ employeeId, name, errors }) => (
              <li key={employeeId}>
                {name}: {errors.map(({ detail }) => detail).join(' ')}
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      <ul className="people-differences">
        {first.map(({ employeeId, name, differences }) => (
          <li key={employeeId}>
            <b>{name}</b> <span>{differenceWords(differences).join('; ')}</span>
          </li>
        ))}
      </ul>
      {changed > first.length ? <p>And {changed - first.length} more.</p> : null}
      <Form method="post">
        {hidden.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Button
          type="submit"
          name="step"
          value="apply"
          variant="primary"
          disabled={total === people && changed === 0}
        >
          Change {total === 1 ? '1 person' : `${total.toLocaleString('en')} people`}
        </Button>
      </Form>
    </Card>
  );
}
