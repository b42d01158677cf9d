import { Card } from '~/components/card';
import { Field } from '~/components/field';

interface NewTokenProps {
  readonly value: string;
  readonly waits: boolean;
}

/** A token right after it was made: the only time that it is shown. */
export function NewToken({ value, waits }: NewTokenProps) {
  return (
    <Card title="Your new token">
      <p role="status" className="lead">
        Keep it now: it is shown this once, and only its hash is stored.
        {waits ? ' It opens nothing until another administrator approves it.' : ''}
      </p>
      <div className="secret">
        <Field
          label="Token"
          name="made"
          value={value}
          readOnly
          autoFocus
          spellCheck={false}
          autoComplete="off"
        />
      </div>
      <p className="field-hint">
        Send it as <code>Authorization: Bearer</code> with each request beneath <code>/api/v1</code>.
      </p>
    </Card>
  );
}
