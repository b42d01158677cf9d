import { Field } from '~/components/field';
import { DIMENSION_LABELS, type Dimension, instrumentOf } from '~/modules/frameworks/domain/dimension';
import { LEVEL_LABELS, LEVELS } from '~/modules/frameworks/domain/level';

export interface AskedValues {
  readonly level: number;
  readonly weight: number;
  readonly critical: boolean;
  readonly reason: string | null;
}

export interface OfferedReason {
  readonly source: 'statement' | 'task';
  readonly level: number | null;
  readonly text: string;
}

interface DimensionFieldsProps {
  readonly dimension: Dimension;
  /** Null: not asked for yet. */
  readonly asked: AskedValues | null;
  readonly offered: readonly OfferedReason[];
  readonly fault: string | undefined;
}

/** Characters of a statement that a choice shows. */
const SHOWN = 110;

/** Level, weight and reason of one dimension. */
export function DimensionFields({ dimension, asked, offered, fault }: DimensionFieldsProps) {
  const words = LEVEL_LABELS[instrumentOf(dimension)];
  return (
    <fieldset className="position-dimension">
      <legend>{DIMENSION_LABELS[dimension]}</legend>
      <div className="settings-fields position-asked">
        <Field label="Level" name={`level:${dimension}`} error={fault}>
          {(control) => (
            <select {...control} defaultValue={asked ? String(asked.level) : ''}>
              <option value="">Not asked for</option>
              {LEVELS.map((level) => (
                <option key={level} value={level}>
                  {level} · {words[level]}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label="Weight" name={`weight:${dimension}`}>
          {(control) => (
            <select {...control} defaultValue={String(asked?.weight ?? 1)}>
              <option value="1">1</option>
              <option value="2">2</option>
              <option value="3">3</option>
              <option value="0">0 · does not count</option>
            </select>
          )}
        </Field>
        {offered.length > 0 ? (
          <Field label="Reason: choose" name={`chosen:${dimension}`}>
            {(control) => (
              <select {...control} defaultValue="">
                <option value="">As written here</option>
                {offered.map(({ source, level, text }) => (
                  <option key={`${source} ${level} ${text}`} value={text}>
                    {level === null ? 'Task' : `Level ${level}`}: {shortened(text)}
                  </option>
                ))}
              </select>
            )}
          </Field>
        ) : null}
        <Field label="Reason: write" name={`reason:${dimension}`}>
          {(control) => (
            <textarea {...control} rows={2} maxLength={1000} defaultValue={asked?.reason ?? ''} />
          )}
        </Field>
      </div>
      <label className="check">
        <input type="checkbox" name={`critical:${dimension}`} value="yes" defaultChecked={asked?.critical} />{' '}
        Critical for this post
      </label>
    </fieldset>
  );
}

function shortened(text: string): string {
  const letters = Array.from(text);
  return letters.length > SHOWN ? `${letters.slice(0, SHOWN).join('')}…` : text;
}
