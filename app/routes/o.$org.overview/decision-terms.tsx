import { Field } from '~/components/field';

/** Somebody who can be asked to decide. */
export interface Decider {
  readonly userId: string;
  readonly name: string;
}

interface DecisionTermsProps {
  readonly deciders: readonly Decider[];
  readonly ownerId: string;
  readonly dueOn: string;
}

/** Fields of who decides, and until when. */
export function DecisionTerms({ deciders, ownerId, dueOn }: DecisionTermsProps) {
  const isThere = deciders.some(({ userId }) => userId === ownerId);
  return (
    <>
      <Field label="Who decides" name="ownerId">
        {(control) => (
          <select {...control} defaultValue={isThere ? ownerId : ''} required>
            {isThere ? null : <option value="">Choose</option>}
            {deciders.map(({ userId, name }) => (
              <option key={userId} value={userId}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label="Due" name="dueOn" type="date" defaultValue={dueOn} required />
    </>
  );
}
