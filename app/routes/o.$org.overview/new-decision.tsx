import { Form } from '@remix-run/react';
import { Button } from '~/components/button';
import { Field } from '~/components/field';
import type { TileKey } from '~/modules/capability/domain/overview/tile';
import { TILE_NAMES } from '~/modules/capability/domain/overview/tile-words';
import { type Decider, DecisionTerms } from './decision-terms';

interface NewDecisionProps {
  readonly deciders: readonly Decider[];
  /** The reader's own user. */
  readonly self: string;
  readonly dueOn: string;
  /** Figures that can be written down with it. */
  readonly figures: readonly TileKey[];
}

/** Writes down what is to be decided. */
export function NewDecision({ deciders, self, dueOn, figures }: NewDecisionProps) {
  return (
    <details className="disclosure">
      <summary>Write down a decision</summary>
      <Form method="post">
        <input type="hidden" name="intent" value="add" />
        <Field label="What is to be decided" name="matter" maxLength={200} required />
        <DecisionTerms deciders={deciders} ownerId={self} dueOn={dueOn} />
        {figures.length > 0 ? (
          <Field label="Figure it is about" name="figure" hint="Its value today is kept with the decision.">
            {(control) => (
              <select {...control} defaultValue="">
                <option value="">None</option>
                {figures.map((key) => (
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
