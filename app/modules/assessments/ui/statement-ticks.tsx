import type { Dimension } from '~/modules/frameworks/domain/dimension';
import { valueLabel } from './rating-words';

export interface TickStatement {
  readonly id: string;
  readonly dimension: Dimension;
  readonly level: number;
  readonly label: string;
  readonly behaviour: string;
}

interface StatementTicksProps {
  readonly dimension: Dimension;
  readonly level: 1 | 2 | 3 | 4;
  readonly statements: readonly TickStatement[];
  readonly ticked: ReadonlySet<string>;
  readonly name: string;
  readonly disabled: boolean;
  /** Without it the ticks are fields of a form alone. */
  readonly onTick?: (id: string, isTicked: boolean) => void;
}

/** The statements of one level, to be ticked where they were seen demonstrated. */
export function StatementTicks(props: StatementTicksProps) {
  const { dimension, level, statements, ticked, name, disabled, onTick } = props;
  if (statements.length === 0) return null;
  return (
    <fieldset className="rate-statements" disabled={disabled}>
      <legend>
        {level} {valueLabel(dimension, level)}
      </legend>
      {statements.map(({ id, label, behaviour }) => (
        <label key={id} className="check">
          <input
            type="checkbox"
            name={name}
            value={id}
            {...(onTick
              ? {
                  checked: ticked.has(id),
                  onChange: (event) => onTick(id, event.currentTarget.checked),
                }
              : { defaultChecked: ticked.has(id) })}
          />
          <span>
            {label ? <b>{label}. </b> : null}
            {behaviour}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
