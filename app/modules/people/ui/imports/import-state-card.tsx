import { Form } from '@remix-run/react';
import { Button, ButtonLink } from '~/components/button';
import { Card } from '~/components/card';
import { MomentText } from '~/components/date-text';
import { Notice } from '~/components/notice';
import { countLines } from '../../domain/imports/count-lines';
import type { ImportCounts } from '../../domain/imports/import-report';
import type { DescribedImport } from '../../queries/get-import';

export interface ImportStateCardProps {
  readonly described: DescribedImport;
  /** IANA name of the organization's time zone. */
  readonly zone: string;
  /** Address of the import, and of the organization. */
  readonly place: string;
  readonly base: string;
}

/** What became of an import, or what it would do, and what can be done with it now. */
export function ImportStateCard({ described, zone, place, base }: ImportStateCardProps) {
  const { state, counts, operation, warnings } = described;
  return (
    <>
      {operation?.error ? (
        <Notice tone="bad" title="Nothing was done">
          <p>{operation.error.detail}</p>
          <ul>
            {operation.error.errors.map(({ pointer, detail }) => (
              <li key={`${pointer} ${detail}`}>
                {pointer}: {detail}
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {operation?.state === 'cancelled' ? (
        <Notice tone="warn" title="Stopped">
          <p>Nothing of it was kept.</p>
        </Notice>
      ) : null}
      {described.replanned && state === 'planned' ? (
        <Notice tone="warn" title="The preview was made anew">
          <p>Somebody changed people after the preview that you saw. Nothing was applied; look again.</p>
        </Notice>
      ) : null}
      {state === 'new' && operation?.state !== 'failed' && operation?.state !== 'cancelled' ? null : (
        <Card title={TITLES[state]}>
          {counts ? (
            <ul>
              {countLines(counts).map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          ) : null}
          {described.appliedAt ? (
            <p>
              Applied <MomentText moment={described.appliedAt} zone={zone} />
              {described.undoneAt ? (
                <>
                  , taken back <MomentText moment={described.undoneAt} zone={zone} />
                </>
              ) : null}
              .
            </p>
          ) : null}
          {state === 'planned' && counts ? <ApplyForm counts={counts} place={place} /> : null}
          {state === 'applied' ? <AppliedTools described={described} place={place} /> : null}
          {state === 'new' ? <ButtonLink to={`${base}/imports`}>Try another file</ButtonLink> : null}
        </Card>
      )}
      {warnings && warnings.length > 0 && state !== 'undone' ? (
        <Notice tone="warn" title="To know">
          <ul>
            {warnings.map(({ pointer, detail }) => (
              <li key={`${pointer} ${detail}`}>{detail}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
    </>
  );
}

const TITLES = {
  new: 'Not read',
  mapping: 'Say what the columns are',
  planned: 'What the file would do',
  applied: 'What was done',
  undone: 'Taken back',
} as const;

function ApplyForm({ counts, place }: { readonly counts: ImportCounts; readonly place: string }) {
  const { created, changed, rejected } = counts;
  if (created + changed === 0 && counts.missing === 0)
    return (
      <p>
        {rejected > 0 ? 'No row can be taken. ' : 'Everything is known already. '}
        <ButtonLink to={`${place}?columns`}>Change how the file is read</ButtonLink>
      </p>
    );
  return (
    <Form method="post" className="import-actions">
      <Button type="submit" name="intent" value="apply" variant="primary">
        {rejected > 0 ? 'Apply the good rows' : 'Apply'}
      </Button>
      {rejected > 0 ? (
        <ButtonLink to={`${place}/rejected?format=xlsx`} reloadDocument>
          Download rejected rows
        </ButtonLink>
      ) : null}
      <ButtonLink to={`${place}?columns`}>Change how the file is read</ButtonLink>
    </Form>
  );
}

function AppliedTools({ described, place }: { readonly described: DescribedImport; readonly place: string }) {
  const { counts, isLast, kind } = described;
  return (
    <p className="import-actions">
      {counts && counts.missing > 0 ? (
        <ButtonLink to={`${place}/leavers`} variant="primary">
          Say who has left
        </ButtonLink>
      ) : null}
      {counts && counts.rejected > 0 ? (
        <>
          <ButtonLink to={`${place}/rejected?format=csv`} reloadDocument>
            Rejected rows as CSV
          </ButtonLink>
          <ButtonLink to={`${place}/rejected?format=xlsx`} reloadDocument>
            Rejected rows as XLSX
          </ButtonLink>
        </>
      ) : null}
      {isLast && kind === 'employees' ? <ButtonLink to={`${place}?undo`}>Take it back</ButtonLink> : null}
    </p>
  );
}
