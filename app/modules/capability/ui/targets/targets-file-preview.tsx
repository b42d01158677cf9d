import { Form } from '@remix-run/react';
import { Button } from '~/components/button';
import { Card } from '~/components/card';
import { DayText } from '~/components/date-text';
import { Notice } from '~/components/notice';
import type { TargetChange } from '~/modules/people/domain/plan-targets';
import type { FieldError } from '~/shared/errors';
import { TargetChanges } from './target-changes';

export interface FilePreview {
  readonly name: string;
  readonly uploadId: string;
  readonly from: string;
  readonly revision: string;
  readonly counts: {
    readonly created: number;
    readonly changed: number;
    readonly removed: number;
    readonly unchanged: number;
  };
  readonly changes: readonly (TargetChange & { readonly profile: string; readonly wasDefault: boolean })[];
  /** Profiles that are the default until then. */
  readonly becomeWritten: number;
  readonly faults: readonly FieldError[];
  readonly refusedRows: number;
  readonly warnings: readonly FieldError[];
}

interface TargetsFilePreviewProps {
  readonly preview: FilePreview;
  /** How many of each are listed at most. */
  readonly listed: number;
}

/** What a file would change, or which of its rows are refused; it is applied as a whole or not at all. */
export function TargetsFilePreview({ preview, listed }: TargetsFilePreviewProps) {
  const { name, uploadId, from, revision, counts, changes, faults, refusedRows, warnings } = preview;
  const { becomeWritten } = preview;
  const real = counts.created + counts.changed;
  return (
    <>
      {warnings.length > 0 ? (
        <Notice tone="warn" title="To know">
          <PlaceList places={warnings} />
        </Notice>
      ) : null}
      {refusedRows > 0 ? (
        <Notice
          tone="bad"
          title={`${refusedRows} ${refusedRows === 1 ? 'fault' : 'faults'} in ${name}`}
          announce
        >
          <p>Nothing of it can be imported until they are mended.</p>
          <PlaceList places={faults} />
          {refusedRows > listed ? <p>The first {listed} are listed.</p> : null}
        </Notice>
      ) : null}
      <Card title={`What ${name} would change`}>
        <p role="status">
          From <DayText day={from} />: {counts.created} created, {counts.changed} changed, {counts.unchanged}{' '}
          unchanged.
          {refusedRows === 0 && real > 0 ? ' Nothing is saved yet.' : ''}
        </p>
        {becomeWritten > 0 ? (
          <p>
            {becomeWritten === 1
              ? '1 profile is the default target so far. Once it is written it asks'
              : `${becomeWritten.toLocaleString('en')} profiles are default targets so far. Once they are written they ask`}{' '}
            only for the dimensions that the file names.
          </p>
        ) : null}
        {changes.length > 0 ? <TargetChanges changes={changes} label="Differences" /> : null}
        {real > listed ? <p className="small">The first {listed} are listed.</p> : null}
        {refusedRows === 0 && real > 0 ? (
          <Form method="post">
            {Object.entries({ upload: uploadId, from, revision }).map(([field, value]) => (
              <input key={field} type="hidden" name={field} value={value} />
            ))}
            <Button type="submit" name="intent" value="apply" variant="primary" autoFocus>
              Import all of it
            </Button>
          </Form>
        ) : null}
      </Card>
    </>
  );
}

function PlaceList({ places }: { readonly places: readonly FieldError[] }) {
  return (
    <ul>
      {places.map(({ pointer, detail }) => (
        <li key={`${pointer} ${detail}`}>
          {pointer}: {detail}
        </li>
      ))}
    </ul>
  );
}
