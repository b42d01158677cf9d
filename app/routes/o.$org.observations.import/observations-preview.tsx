import { Form } from '@remix-run/react';
import { Button } from '~/components/button';
import { Card } from '~/components/card';
import { Notice } from '~/components/notice';
import type { ObservationsPreview } from '~/modules/assessments/commands/record-observations';
import { OUTCOME_WORDS } from '~/modules/assessments/domain/observations/observation';
import { DIMENSION_LABELS } from '~/modules/frameworks/domain/dimension';
import type { FieldError } from '~/shared/errors';

/** What a file would do, as far as a page shows it. */
export interface PreviewView {
  readonly uploadId: string;
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly rows: readonly { readonly place: string; readonly what: string; readonly isNew: boolean }[];
  readonly rejected: readonly FieldError[];
  readonly rejectedCount: number;
  readonly warnings: readonly FieldError[];
}

/** Rows of each list that a page shows. */
const SHOWN = 200;

/** The first rows of what a file would do. */
export function viewOf(preview: ObservationsPreview, uploadId: string): PreviewView {
  const { created, changed, unchanged, faults, warnings } = preview;
  return {
    ...{ uploadId, unchanged, created: created.length, changed: changed.length },
    rows: [...created, ...changed].slice(0, SHOWN).map((row) => ({
      place: row.pointer,
      what: `${row.event}, ${DIMENSION_LABELS[row.dimension]}: ${OUTCOME_WORDS[row.outcome].toLowerCase()}`,
      isNew: row.observationId === null,
    })),
    rejected: faults.slice(0, SHOWN),
    rejectedCount: faults.length,
    warnings: warnings.slice(0, SHOWN),
  };
}

/** What a file would do, and the choice whether it does. */
export function ObservationsPreviewCards({ preview }: { readonly preview: PreviewView }) {
  const { uploadId, created, changed, unchanged, rows, rejected, rejectedCount, warnings } = preview;
  const written = created + changed;
  return (
    <div className="stack">
      <Card title="What it would do">
        <p role="status">
          {created} new, {changed} changed, {unchanged} unchanged, {rejectedCount} faults. Nothing is written
          yet.
        </p>
        <Form method="post" className="bar">
          <input type="hidden" name="upload" value={uploadId} />
          {rejectedCount === 0 && written > 0 ? (
            <Button type="submit" name="intent" value="whole" variant="primary">
              Import {written === 1 ? '1 observation' : `${written} observations`}
            </Button>
          ) : null}
          {rejectedCount > 0 && written > 0 ? (
            <Button type="submit" name="intent" value="good">
              Import the {written === 1 ? '1 good row' : `${written} good rows`} only
            </Button>
          ) : null}
        </Form>
      </Card>
      <Places title="Refused rows" tone="bad" list={rejected} />
      <Places title="To know" tone="warn" list={warnings} />
      {rows.length > 0 ? (
        <Card title="Rows" padded={false}>
          <ul className="evidence-list">
            {rows.map(({ place, what, isNew }) => (
              <li key={place}>
                <p>
                  {place}: {what}
                </p>
                <p className="small">{isNew ? 'new' : 'takes the place of what was said'}</p>
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
    </div>
  );
}

interface PlacesProps {
  readonly title: string;
  readonly tone: 'bad' | 'warn';
  readonly list: readonly FieldError[];
}

function Places({ title, tone, list }: PlacesProps) {
  if (list.length === 0) return null;
  return (
    <Notice tone={tone} title={title}>
      <ul>
        {list.map(({ pointer, detail }) => (
          <li key={`${pointer} ${detail}`}>
            {pointer}: {detail}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
