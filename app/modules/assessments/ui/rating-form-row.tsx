import { Link } from '@remix-run/react';
import { DayText } from '~/components/date-text';
import { DIMENSION_LABELS, type Dimension } from '~/modules/frameworks/domain/dimension';
import { NO_HEALTH } from '../domain/evidence/evidence-kind';
import { CELL_VALUES, LONGEST_EVIDENCE, type RatingCell } from '../domain/rating-cell';
import { valueInWords, valueLabel } from './rating-words';
import { StatementTicks, type TickStatement } from './statement-ticks';
import { Suggestion } from './suggestion';

export interface RatingFormRowProps {
  readonly dimension: Dimension;
  readonly cell: RatingCell;
  /** What is stored, where it differs from what the form said. */
  readonly stored: RatingCell | null;
  readonly ghost: { readonly level: number; readonly assessedOn: string } | undefined;
  /** Of this dimension. */
  readonly statements: readonly TickStatement[];
  readonly disabled: boolean;
  /** Where links and files are added to what is saved. */
  readonly evidenceTo: string;
}

/** One dimension of the form: a choice among levels, what was seen, and words. Works without script. */
export function RatingFormRow(props: RatingFormRowProps) {
  const { dimension, cell, stored, ghost, statements, disabled, evidenceTo } = props;
  const ticked = new Set(cell.ticked);
  return (
    <fieldset className="card rate-row" id={dimension} disabled={disabled}>
      <legend>{DIMENSION_LABELS[dimension]}</legend>
      <input type="hidden" name={`revision.${dimension}`} value={(stored ?? cell).revision} />
      {stored ? (
        <p className="field-error" role="alert">
          Meanwhile {valueInWords(dimension, stored.value)} was saved here, elsewhere. Save again to keep what
          you see.
        </p>
      ) : null}
      {ghost ? (
        <p className="small">
          Last time {valueInWords(dimension, ghost.level as 0)}, <DayText day={ghost.assessedOn} />
        </p>
      ) : null}
      <div className="rate-choices">
        {CELL_VALUES.map((value) => (
          <label key={String(value)} className="rate-choice" data-level={value === '?' ? undefined : value}>
            <input
              type="radio"
              name={`value.${dimension}`}
              value={String(value)}
              defaultChecked={cell.value === value}
            />
            <b>{value}</b>
            <span>{valueLabel(dimension, value ?? '?')}</span>
          </label>
        ))}
      </div>
      {statements.length > 0 ? (
        <details className="disclosure">
          <summary>
            What the levels look like here{' '}
            <span className="small">
              <Suggestion lead="ticked statements suggest" {...{ dimension, statements, ticked }} />
            </span>
          </summary>
          {([1, 2, 3, 4] as const).map((level) => (
            <StatementTicks
              key={level}
              {...{ dimension, level, ticked, disabled: false }}
              name={`ticked.${dimension}`}
              statements={statements.filter((one) => one.level === level)}
            />
          ))}
        </details>
      ) : null}
      <details className="disclosure" open={cell.evidence !== ''}>
        <summary>Evidence</summary>
        <label className="rate-evidence">
          <span className="field-hint">What did you see, and when? The person can read it. {NO_HEALTH}</span>
          <textarea
            className="input"
            name={`evidence.${dimension}`}
            rows={3}
            maxLength={LONGEST_EVIDENCE}
            defaultValue={cell.evidence}
          />
        </label>
        {cell.revision > 0 ? (
          <Link className="link" to={evidenceTo}>
            Links and files<span className="sr-only"> for {DIMENSION_LABELS[dimension]}</span>
          </Link>
        ) : (
          <p className="small">Links and files can be added once the level is saved.</p>
        )}
      </details>
    </fieldset>
  );
}
