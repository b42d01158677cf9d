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
  const { state, counts, kind, warnings } = described;
  return (
    <>
      <Troubles described={described} />
      {hasNothingToSay(described) ? null : (
        <Card title={TITLES[state]}>
          {counts ? (
            <ul>
              {countLines(counts, kind).map((line) => (
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
          {state === 'planned' && counts ? (
            <ApplyForm
              counts={counts}
              place={place}
              rereads={kind === 'employees' || kind === 'assessments'}
              preview={described.planDigest}
            />
          ) : null}
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

/** What went wrong, or otherwise than was asked. */
function Troubles({ described }: Pick<ImportStateCardProps, 'described'>) {
  const { state, kind, operation } = described;
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
          <p>
            Somebody changed {kind === 'assessments' ? 'ratings' : 'people'} after the preview that you saw.
            Nothing was applied; look again.
          </p>
        </Notice>
      ) : null}
    </>
  );
}

/** Where the columns wait to be named, the form below says so; a file that waits to be read says it by itself. */
function hasNothingToSay({ state, operation }: DescribedImport): boolean {
  if (state === 'mapping') return true;
  return state === 'new' && operation?.state !== 'failed' && operation?.state !== 'cancelled';
}

const TITLES = {
  new: 'Not read',
  mapping: 'Say what the columns are',
  planned: 'What the file would do',
  applied: 'What was done',
  undone: 'Taken back',
} as const;

interface ApplyFormProps {
  readonly counts: ImportCounts;
  readonly place: string;
  /** Its columns can be named otherwise. */
  readonly rereads: boolean;
  /** Digest of the preview. */
  readonly preview: string | null;
}

function ApplyForm({ counts, place, rereads, preview }: ApplyFormProps) {
  const { created, changed, unchanged, rejected } = counts;
  const isKnown = created + changed === 0;
  const isIdle = isKnown && (counts.missing === 0 || unchanged === 0);
  return (
    <>
      {isIdle ? <p>{idleWords(counts)}</p> : null}
      <Form method="post" className="import-actions">
        <input type="hidden" name="preview" value={preview ?? ''} />
        {isIdle ? null : (
          <Button type="submit" name="intent" value="apply" variant="primary">
            {isKnown ? 'Go on to who is missing' : rejected > 0 ? 'Apply the good rows' : 'Apply'}
          </Button>
        )}
        {rejected > 0 ? <RejectedLinks place={place} /> : null}
        {rereads ? <ButtonLink to={`${place}?columns`}>Change how the file is read</ButtonLink> : null}
      </Form>
    </>
  );
}

/** The rejected rows with their reasons, in either form. */
function RejectedLinks({ place }: { readonly place: string }) {
  return (['csv', 'xlsx'] as const).map((format) => (
    <ButtonLink key={format} to={`${place}/rejected?format=${format}`} reloadDocument>
      Rejected rows as {format.toUpperCase()}
    </ButtonLink>
  ));
}

/** Why there is nothing to apply. */
function idleWords({ unchanged, rejected }: ImportCounts): string {
  if (rejected === 0)
    return unchanged === 0 ? 'The file has no rows beneath its header.' : 'Everything is known already.';
  return unchanged > 0
    ? 'The good rows are known already: there is nothing to apply.'
    : 'No row can be taken: the reasons stand below.';
}

function AppliedTools({ described, place }: { readonly described: DescribedImport; readonly place: string }) {
  const { counts, mayUndo } = described;
  return (
    <div className="import-actions">
      {counts && counts.missing > 0 ? (
        <ButtonLink to={`${place}/leavers`} variant="primary">
          Say who has left
        </ButtonLink>
      ) : null}
      {counts && counts.rejected > 0 ? <RejectedLinks place={place} /> : null}
      {mayUndo ? <ButtonLink to={`${place}?undo`}>Take it back</ButtonLink> : null}
    </div>
  );
}
