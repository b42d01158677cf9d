import type { TenantContext } from '#db/tenancy';
import { receiveUpload } from '~/modules/organizations/commands/receive-upload';
import { getUpload, readUpload } from '~/modules/organizations/queries/read-upload';
import { holdImportsOfPeople } from '~/modules/people/commands/erase-employee';
import { applyImport, closeImport } from '~/modules/people/commands/imports/apply-import';
import { openImport } from '~/modules/people/commands/imports/open-import';
import { guessOf, planImport } from '~/modules/people/commands/imports/plan-import';
import { startImport } from '~/modules/people/commands/imports/start-import';
import { openTextTable } from '~/shared/streamed-table';

/** The day of people as they were, and of what changes. */
export const DAYS = { before: '2026-03-01', now: '2026-03-02' } as const;
const FILE = 'people.csv';

/** Opens a transaction of the bench's organization. */
export type Run = <T>(work: (ctx: TenantContext) => Promise<T>) => Promise<T>;

export interface Begun {
  readonly run: Run;
  readonly importId: string;
  readonly uploadId: string;
}

/** Stores a file, given in pieces, and asks for its import. */
export async function begun(run: Run, pieces: Iterable<Uint8Array>): Promise<Begun> {
  const data = (async function* () {
    yield* pieces;
  })();
  const { uploadId } = await receiveUpload(run, { name: FILE, data, maxBytes: 64 * 1024 * 1024 });
  const importId = await run((ctx) =>
    startImport(ctx, { kind: 'employees', uploadId, everybody: false, step: 'plan', rejected: 'leave_out' }),
  );
  return { run, importId, uploadId };
}

class RolledBack extends Error {}

interface Applied {
  readonly today: string;
  /** People who have to be new or changed. */
  readonly expected: number;
  /** Rolled back unless it is kept. */
  readonly keep: boolean;
}

/** Reads, plans and applies as the worker does, from the stored file. */
export async function applyOnce({ run, importId, uploadId }: Begun, applied: Applied): Promise<void> {
  const { today, expected, keep } = applied;
  await run(async (ctx) => {
    await holdImportsOfPeople(ctx);
    const row = await openImport(ctx, importId);
    const table = await tableOf(ctx, uploadId);
    const layout = guessOf(table);
    const input = { row, table, layout, today, importedBy: 'bench', refuseRejected: false };
    const { counts } = await applyImport(ctx, { ...input, report: () => {} });
    await closeImport(ctx, row, counts);
    if (counts.created + counts.changed !== expected) throw new Error(JSON.stringify(counts));
    if (!keep) throw new RolledBack();
  }).catch((error: unknown) => {
    if (!(error instanceof RolledBack)) throw error;
  });
}

/** Makes the preview as the worker does, from the stored file. */
export async function previewOnce({ run, importId, uploadId }: Begun): Promise<void> {
  await run(async (ctx) => {
    const row = await openImport(ctx, importId);
    const table = await tableOf(ctx, uploadId);
    const input = { row, table, today: DAYS.now, importedBy: 'bench', everybody: false, replanned: false };
    await planImport(ctx, { ...input, report: () => {} });
  });
}

async function tableOf(ctx: TenantContext, uploadId: string) {
  const upload = await getUpload(ctx, uploadId);
  return openTextTable(() => readUpload((work) => work(ctx), upload), FILE);
}
