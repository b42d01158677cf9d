import { Notice } from '~/components/notice';
import { PlaceList } from '~/components/places';
import type { ImportState } from '../../domain/imports/import-report';
import type { DescribedImport } from '../../queries/get-import';

/** What a stopped import left, by how far it is. */
const STOPPED: Readonly<Record<ImportState, string>> = {
  new: 'Somebody stopped it before the file was read to its end. Nobody was changed and nothing of it was kept.',
  mapping: 'Somebody stopped it while the preview was made. Nobody was changed; it can be made again.',
  planned: 'Somebody stopped it before it was done. Nobody was changed; the preview still stands.',
  applied: 'Somebody stopped it before it was taken back. What the import did stands as it is.',
  undone: 'Somebody stopped it. It was taken back already.',
};

/** What went wrong, or otherwise than was asked. */
export function ImportTroubles({ described }: { readonly described: DescribedImport }) {
  const { state, kind, operation } = described;
  return (
    <>
      {operation?.error ? (
        <Notice tone="bad" title="Nothing was done">
          <p>{operation.error.detail}</p>
          <PlaceList list={operation.error.errors} />
        </Notice>
      ) : null}
      {operation?.state === 'cancelled' ? (
        <Notice tone="warn" title="Stopped">
          <p>{STOPPED[state]}</p>
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
