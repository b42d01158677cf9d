import { Form } from '@remix-run/react';
import { Button } from '~/components/button';
import { Card } from '~/components/card';
import { Places } from '~/components/places';
import type { FieldError } from '~/shared/errors';

/** What a table would do, as far as a page shows it. */
export interface TablePreviewView {
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
export const SHOWN_ROWS = 200;

interface TablePreviewProps {
  readonly preview: TablePreviewView;
  /** What a row is. */
  readonly one: string;
  readonly more: string;
}

/** What a table would do, and the choice whether it does, or is to be read otherwise. */
export function TablePreview({ preview, one, more }: TablePreviewProps) {
  const { uploadId, created, changed, unchanged, rows, rejected, rejectedCount, warnings } = preview;
  const written = created + changed;
  return (
    <>
      <Card title="What it would do">
        <p role="status">
          {created} new, {changed} changed, {unchanged} unchanged, {rejectedCount} faults. Nothing is written
          yet.
        </p>
        <Form method="post" className="bar">
          <input type="hidden" name="upload" value={uploadId} />
          {rejectedCount === 0 && written > 0 ? (
            <Button type="submit" name="intent" value="whole" variant="primary">
              Import {written === 1 ? `1 ${one}` : `${written} ${more}`}
            </Button>
          ) : null}
          {rejectedCount > 0 && written > 0 ? (
            <Button type="submit" name="intent" value="good">
              Import the {written === 1 ? '1 good row' : `${written} good rows`} only
            </Button>
          ) : null}
          <Button type="submit" name="intent" value="columns">
            Change how the file is read
          </Button>
        </Form>
      </Card>
      <Places title="Refused rows" tone="bad" list={rejected} />
      <Places title="To know" tone="warn" list={warnings} />
      {rows.length > 0 ? (
        <Card title="Rows" padded={false}>
          <table className="table source-table" aria-label="Rows">
            <thead>
              <tr>
                <th scope="col">Row</th>
                <th scope="col">Place</th>
                <th scope="col">What it does</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ place, title, what }) => (
                <tr key={place}>
                  <th scope="row">{title}</th>
                  <td data-label="Place">{place}</td>
                  <td data-label="What it does">{what}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Card>
      ) : null}
    </>
  );
}
