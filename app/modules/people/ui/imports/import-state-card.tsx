import { Form } from '@remix-run/react';
import { Button, ButtonLink } from '~/components/button';
import { Card } from '~/components/card';
import { MomentText } from '~/components/date-text';
import { Notice } from '~/components/notice';
import { countLines } from '../../domain/imports/count-lines';
import type { ImportCounts } from '../../domain/imports/import-report';
import type { DescribedImport } from '../../queries/get-import';
import { ImportTroubles } from './import-troubles';

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
      <ImportTroubles described={described} />
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
          {(state === 'planned' || state === 'mapping') && !described.hasFile ? (
            <FileGone base={base} place={place} hasRejected={counts !== null && counts.rejected > 0} />
          ) : null}
          {state === 'planned' && counts && described.hasFile ? (
            <ApplyForm
              counts={counts}
              place={place}
              rereads={kind === 'employees' || kind === 'assessments'}
              preview={described.planDigest}
            />
          ) : null}
          {state === 'applied' ? <AppliedTools described={described} place={place} /> : null}
          {state === 'new' ? <Unread described={described} base={base} /> : null}
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

/** A file that was not read: what can be done now. */
function Unread({ described, base }: Pick<ImportStateCardProps, 'described' | 'base'>) {
  const isStopped = described.operation?.state === 'cancelled';
  return (
    <>
      <p>
        {isStopped
          ? 'To import it after all, upload it again.'
          : 'Mend the file, or choose another one, and upload it.'}
      </p>
      <div className="import-actions">
        <ButtonLink to={`${base}/imports`}>Upload a file</ButtonLink>
      </div>
    </>
  );
}

interface FileGoneProps {
  readonly base: string;
  readonly place: string;
  readonly hasRejected: boolean;
}

/** A preview whose file is no longer kept: it cannot be applied any more. */
function FileGone({ base, place, hasRejected }: FileGoneProps) {
  return (
    <>
      <p>
        The file itself is no longer kept: files stay for a day, and go when somebody is erased. Upload it
        again to import it; what was said of its columns and words is remembered.
      </p>
      <div className="import-actions">
        <ButtonLink to={`${base}/imports`} variant="primary">
          Upload it again
        </ButtonLink>
        {hasRejected ? <RejectedLinks place={place} /> : null}
      </div>
    </>
  );
}

/** Where the columns wait to be named, the form below says so; a file that waits to be read says it by itself. */
function hasNothingToSay({ state, operation, hasFile }: DescribedImport): boolean {
  if (state === 'mapping') return hasFile;
  return state === 'new' && operation?.state !== 'failed' && operation?.state !== 'cancelled';
}

const TITLES = {
  new: 'The file was not read',
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
