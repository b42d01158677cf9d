import { Form } from '@remix-run/react';
import { Button } from '~/components/button';
import { Card } from '~/components/card';
import { Notice } from '~/components/notice';
import type { PositionsPreview } from '~/modules/people/commands/import-positions';
import type { FieldError } from '~/shared/errors';

/** What a file would do, as far as a page shows it. */
export interface PreviewView {
  readonly uploadId: string;
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly rows: readonly { readonly place: string; readonly title: string; readonly what: string }[];
  readonly rejected: readonly FieldError[];
  readonly rejectedCount: number;
  readonly warnings: readonly FieldError[];
}

/** Rows of each list that a page shows. */
const SHOWN = 200;

const FIELD_WORDS: Readonly<Record<string, string>> = {
  title: 'title',
  soc: 'occupation',
  roleBand: 'role band',
  teamId: 'team',
  siteId: 'site',
  critical: 'critical',
  incumbentId: 'incumbent',
  horizon: 'horizon',
};

/** The first rows of what a file would do. */
export function viewOf(preview: PositionsPreview, uploadId: string): PreviewView {
  const { created, changed, unchanged, rejected, warnings } = preview;
  const rows = [...created, ...changed].slice(0, SHOWN).map(({ pointer, facts, before, fields }) => ({
    place: pointer,
    title: facts.title,
    what: before === null ? 'new' : fields.map((name) => FIELD_WORDS[name] ?? name).join(', '),
  }));
  return {
    uploadId,
    created: created.length,
    changed: changed.length,
    unchanged,
    rows,
    rejected: rejected.slice(0, SHOWN),
    rejectedCount: rejected.length,
    warnings: warnings.slice(0, SHOWN),
  };
}

/** What a file would do, and the choice whether it does. */
export function ImportPreview({ preview }: { readonly preview: PreviewView }) {
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
              Import {written === 1 ? '1 position' : `${written} positions`}
            </Button>
          ) : null}
          {rejectedCount > 0 && written > 0 ? (
            <Button type="submit" name="intent" value="good">
              Import the {written === 1 ? '1 good row' : `${written} good rows`} only
            </Button>
          ) : null}
        </Form>
      </Card>
      {rejected.length > 0 ? (
        <Notice tone="bad" title="Refused rows">
          <Places list={rejected} />
        </Notice>
      ) : null}
      {warnings.length > 0 ? (
        <Notice tone="warn" title="To know">
          <Places list={warnings} />
        </Notice>
      ) : null}
      {rows.length > 0 ? (
        <Card title="Rows" padded={false}>
          <table className="table source-table" aria-label="Rows">
            <thead>
              <tr>
                <th scope="col">Position</th>
                <th scope="col">Place</th>
                <th scope="col">What differs</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ place, title, what }) => (
                <tr key={place}>
                  <th scope="row">{title}</th>
                  <td data-label="Place">{place}</td>
                  <td data-label="What differs">{what}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Card>
      ) : null}
    </div>
  );
}

function Places({ list }: { readonly list: readonly FieldError[] }) {
  return (
    <ul>
      {list.map(({ pointer, detail }) => (
        <li key={`${pointer} ${detail}`}>
          {pointer}: {detail}
        </li>
      ))}
    </ul>
  );
}
