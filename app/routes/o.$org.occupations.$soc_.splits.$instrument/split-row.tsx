import { Button } from '~/components/button';
import { MomentText } from '~/components/date-text';
import { Field } from '~/components/field';
import { fieldOf } from './split-form';

/** A statement whose source has lost the split, as the page shows it. */
export interface SplitShown {
  readonly id: string;
  readonly rank: number;
  readonly text: string;
  /** The likely label; empty where none is likely. */
  readonly proposed: string;
  readonly confirmed: {
    readonly label: string;
    readonly behaviour: string;
    readonly confirmedBy: string;
    readonly confirmedAt: string;
  } | null;
}

interface SplitRowProps {
  readonly split: SplitShown;
  /** What stands in the field to begin with. */
  readonly label: string;
  readonly error: string | null;
  /** Name of the person who confirmed it. */
  readonly who: string;
  readonly zone: string;
}

/** One statement: confirmed, with the way back; or with the field for its label. */
export function SplitRow({ split, label, error, who, zone }: SplitRowProps) {
  const { id, text, proposed, confirmed } = split;
  if (confirmed) {
    return (
      <li className="split">
        <p>
          <b>{confirmed.label}</b> {confirmed.behaviour}
        </p>
        <p className="small">
          Confirmed by {who}, <MomentText moment={confirmed.confirmedAt} zone={zone} />{' '}
          <Button type="submit" name="undo" value={id} variant="quiet">
            Take back<span className="sr-only">: {confirmed.label}</span>
          </Button>
        </p>
      </li>
    );
  }
  return (
    <li className="split">
      <Proposal text={text} proposed={proposed} />
      <div className="split-answer">
        <Field
          label="Label"
          name={fieldOf(id)}
          defaultValue={label}
          error={error}
          autoComplete="off"
          maxLength={text.length}
          aria-label={`Label of: ${text}`}
        />
        <Button type="submit" name="confirm" value={id}>
          Confirm<span className="sr-only">: {text}</span>
        </Button>
      </div>
    </li>
  );
}

function Proposal({ text, proposed }: Pick<SplitShown, 'text' | 'proposed'>) {
  if (proposed === '') {
    return (
      <p>
        {text} <span className="split-mark">no proposal</span>
      </p>
    );
  }
  return (
    <p>
      <b>{proposed}</b>
      <span className="split-place" aria-hidden="true">
        {' '}
        ·{' '}
      </span>
      {text.slice(proposed.length)}
    </p>
  );
}
