import { Form } from '@remix-run/react';
import { Button } from '~/components/button';
import { Field } from '~/components/field';
import { TILES } from '~/modules/capability/domain/overview/tile';
import { TILE_NAMES } from '~/modules/capability/domain/overview/tile-words';

interface NewDecisionProps {
  readonly deciders: readonly { readonly userId: string; readonly name: string }[];
  /** The reader's own user. */
  readonly self: string;
  readonly dueOn: string;
  /** Live figures can be written down with it. */
  readonly withFigures: boolean;
}

/** Writes down what is to be decided. */
export function NewDecision({ deciders, self, dueOn, withFigures }: NewDecisionProps) {
  return (
    <details className="disclosure">
      <summary>Write down a decision</summary>
      <Form method="post">
        <input type="hidden" name="intent" value="add" />
        <Field label="What is to be decided" name="matter" maxLength={200} required />
        <Field label="Who decides" name="ownerId">
          {(control) => (
            <select {...control} defaultValue={self}>
              {deciders.map(({ userId, name }) => (
                <option key={userId} value={userId}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label="Due" name="dueOn" type="date" defaultValue={dueOn} required />
        {withFigures ? (
          <Field label="Figure it is about" name="figure" hint="Its value today is kept with the decision.">
            {(control) => (
              <select {...control} defaultValue="">
                <option value="">None</option>
                {TILES.map((key) => (
                  <option key={key} value={key}>
                    {TILE_NAMES[key]}
                  </option>
                ))}
              </select>
            )}
          </Field>
        ) : null}
        <label className="check">
          <input type="checkbox" name="shared" value="yes" /> Executives read it too: name nobody, and no
          group of few people
        </label>
        <div className="toolbar">
          <Button type="submit" variant="primary">
            Write down
          </Button>
        </div>
      </Form>
    </details>
  );
}
