import { Form, Link } from '@remix-run/react';
import { Button } from '~/components/button';
import { Field } from '~/components/field';
import { DIMENSION_LABELS, DURABLE_DIMENSIONS, type Instrument } from '../../domain/dimension';
import type { DraftLevel, DraftStatement } from '../../domain/draft/draft-content';
import { MAX_STATEMENT_CHARS } from '../../domain/framework-limits';
import { joinStatement } from '../../domain/split-statement';
import { CitationFields } from './citation-fields';

export interface StatementFormProps {
  readonly instrument: Instrument;
  readonly levels: readonly DraftLevel[];
  readonly revision: number;
  /** The statement as stored; null for a new one. */
  readonly stored: DraftStatement | null;
  /** Level and domain that a new one is for. */
  readonly place: { readonly rank: number; readonly dimension: string | null };
  /** What was typed before and is not saved; absent: what is stored. */
  readonly values: Readonly<Record<string, string>> | null;
  readonly faultOf: (field: string) => string | undefined;
  /** The stored text is shown beside what was typed. */
  readonly conflict: boolean;
  /** Address without the form. */
  readonly cancelTo: string;
}

/** One statement: where it stands, its words, its sources. */
export function StatementForm(props: StatementFormProps) {
  const { revision, stored, values, faultOf, conflict, cancelTo } = props;
  const text = (name: string, fallback: string) => values?.[name] ?? fallback;
  const focus = stored ? `Edit ${stored.label || 'the statement'}` : 'New statement';
  return (
    <Form method="post" className="editor-form statement-form" aria-label={focus} id="statement-form">
      <input type="hidden" name="revision" value={revision} />
      {conflict && stored ? (
        <p className="small">
          <b>Stored now:</b> {joinStatement(stored)}
        </p>
      ) : null}
      <PlaceFields {...props} />
      <Field label="Label" hint="A few words that name what is done." name="label" error={faultOf('label')}>
        {(control) => (
          <input
            {...control}
            required
            maxLength={MAX_STATEMENT_CHARS}
            defaultValue={text('label', stored?.label ?? '')}
          />
        )}
      </Field>
      <Field
        label="Behaviour"
        hint="What can be seen when somebody works at this level."
        name="behaviour"
        error={faultOf('behaviour')}
      >
        {(control) => (
          <textarea
            {...control}
            required
            rows={3}
            maxLength={MAX_STATEMENT_CHARS}
            defaultValue={text('behaviour', stored?.behaviour ?? '')}
          />
        )}
      </Field>
      <CitationFields citations={stored?.citations ?? []} values={values} faultOf={faultOf} />
      <div className="toolbar">
        <Button type="submit" name="do" value={stored ? `save:${stored.id}` : 'add'}>
          {stored ? 'Save statement' : 'Add statement'}
        </Button>
        {stored ? (
          <Button type="submit" name="do" value={`delete:${stored.id}`} variant="danger" formNoValidate>
            Delete
          </Button>
        ) : null}
        <Link className="link" to={cancelTo} preventScrollReset>
          Cancel
        </Link>
      </div>
    </Form>
  );
}

function PlaceFields({ instrument, levels, stored, place, values, faultOf }: StatementFormProps) {
  const { rank, dimension } = stored ?? place;
  return (
    <div className="editor-fields">
      <Field label="Level" name="rank" error={faultOf('rank')}>
        {(control) => (
          <select {...control} defaultValue={values?.['rank'] ?? String(rank)}>
            {levels.map((level) => (
              <option key={level.rank} value={level.rank}>
                {level.rank} {level.label}
              </option>
            ))}
          </select>
        )}
      </Field>
      {instrument === 'durable' ? (
        <Field label="Domain" name="dimension" error={faultOf('dimension')}>
          {(control) => (
            <select {...control} defaultValue={values?.['dimension'] ?? dimension ?? ''}>
              {DURABLE_DIMENSIONS.map((one) => (
                <option key={one} value={one}>
                  {DIMENSION_LABELS[one]}
                </option>
              ))}
            </select>
          )}
        </Field>
      ) : null}
    </div>
  );
}
