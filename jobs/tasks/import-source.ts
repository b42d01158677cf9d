import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { importFramework } from '~/modules/frameworks/commands/import-framework';
import { frameworkLines } from '~/modules/frameworks/commands/import-report-lines';
import { recordFrameworkImport } from '~/modules/frameworks/commands/record-framework-import';
import { checkFrameworkSize } from '~/modules/frameworks/domain/decode-text';
import { readFrameworkDocument } from '~/modules/frameworks/domain/read-framework-document';
import { type SourceUpload, sourceUploadInput } from '~/modules/occupations/commands/import-source-upload';
import { recogniseCatalogueFile } from '~/modules/occupations/commands/recognise-catalogue-file';
import { removeUpload } from '~/modules/organizations/commands/remove-upload';
import { InvalidInput } from '~/shared/errors';
import type { AsOperator } from '../operator-transaction';
import { type OperationRun, runOperation } from '../run-operation';
import type { TenantTask } from '../run-task';
import { shownByName } from '../shown-by-name';
import { withUploadedFile } from '../uploaded-file';

interface Imported {
  readonly changed: boolean;
  /** As the command line tells it. */
  readonly lines: readonly string[];
}

interface Work {
  readonly run: OperationRun<SourceUpload>;
  readonly asOperator: AsOperator;
  readonly place: string;
  /** SHA-256, hexadecimal. */
  readonly checksum: string;
}

/**
 * Takes an uploaded file into the catalogue in one transaction, recognised by its content as on the command line:
 * killed at any line it leaves nothing and begins again. The upload is deleted when the operation is over.
 */
export const importSource: TenantTask<'import-source'> = async ({ payload, asOperator, ...task }) => {
  const { operationId, uploadId } = payload;
  await runOperation(task, { operationId, input: sourceUploadInput }, (run) =>
    withUploadedFile(run, uploadId, ({ place, checksum }) =>
      shownByName(path.dirname(place), async () => {
        const work = { run, asOperator, place, checksum };
        const { changed, lines } = await (run.input.target === 'shared' ? takeShared(work) : takeOwn(work));
        return { summary: lines, changed, link: LINK };
      }),
    ),
  );
  await task.inTenant((ctx) => removeUpload(ctx, uploadId));
};

const LINK = { label: 'All sources of the catalogue', path: 'settings/catalogue' };

async function takeShared({ run, asOperator, place, checksum }: Work): Promise<Imported> {
  const { input, requestedBy, signal, report, checkpoint } = run;
  const transaction: AsOperator = (asker, work) =>
    asOperator(asker, async (ctx) => {
      const value = await work(ctx);
      await checkpoint();
      return value;
    });
  // Seen once before the file is read: most who are refused need not wait for that.
  await asOperator(requestedBy, async () => {});
  const known = await recogniseCatalogueFile(place);
  if (known) {
    return known.recogniser.take((work) => transaction(requestedBy, work), known.candidate, {
      ...(input.release === undefined ? {} : { release: input.release }),
      replace: input.replace,
      signal,
      onProgress: ({ share }) => report(share ?? 0),
    });
  }
  const document = await readDocument(run, place);
  const imported = await transaction(requestedBy, (ctx) =>
    importFramework({ scope: 'shared', ctx }, document, { name: place, checksum }),
  );
  return { changed: imported.changed, lines: frameworkLines(imported) };
}

async function takeOwn({ run, place, checksum }: Work): Promise<Imported> {
  const known = await recogniseCatalogueFile(place);
  if (known) {
    const detail = `${known.recogniser.belongs}; an operator of this installation takes it in by choosing that under “Into”.`;
    throw new InvalidInput(`${place} was not imported: ${detail}`, [{ pointer: place, detail }]);
  }
  const document = await readDocument(run, place);
  const imported = await run.inTenant(async (ctx) => {
    const report = await importFramework({ scope: 'own', ctx }, document, { name: place, checksum });
    recordFrameworkImport(ctx, report, run.requestedBy);
    return report;
  });
  return { changed: imported.changed, lines: frameworkLines(imported) };
}

async function readDocument({ input }: Work['run'], place: string) {
  checkFrameworkSize((await stat(place)).size, place);
  const bytes = await readFile(place);
  const document = readFrameworkDocument(bytes, place);
  if (input.release === undefined) return document;
  return { ...document, source: { ...document.source, release: input.release } };
}
