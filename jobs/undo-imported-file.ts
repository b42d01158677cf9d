import type { TenantContext } from '#db/tenancy';
import { undoRatingsImport } from '~/modules/assessments/commands/undo-ratings-import';
import { importerOf } from '~/modules/assessments/queries/importer-of';
import { finishOperation } from '~/modules/organizations/commands/finish-operation';
import { holdImportsOfPeople } from '~/modules/people/commands/erase-employee';
import { closeUndone, kindOfImport, requireUndoable } from '~/modules/people/commands/imports/close-undone';
import type { ImportStep } from '~/modules/people/commands/imports/start-import';
import { undoImport } from '~/modules/people/commands/imports/undo-import';
import type { OperationRun } from './run-operation';

type Run = OperationRun<ImportStep> & {
  /** The user who made the token that asks, null where none does. */
  readonly madeBy: string | null;
};

/** Where an operation of an import leads to. */
export const linkToImport = ({ importId }: Pick<ImportStep, 'importId'>) => ({
  label: 'The import',
  path: `imports/${importId}`,
});

/** Takes an import back, of people or of ratings, in one transaction that also ends the operation. */
export function undoImportedFile(run: Run) {
  return run.inTenant(async (ctx) => {
    // Before the import itself, as everybody does who changes people: the other way round two could wait for each other.
    await holdImportsOfPeople(ctx);
    const kind = await kindOfImport(ctx, run.input.importId);
    const told = kind === 'assessments' ? await undoRatings(ctx, run) : await undoPeople(ctx, run);
    const result = { ...told, link: linkToImport(run.input) };
    await finishOperation(ctx, run.operationId, result);
    return result;
  });
}

const countOf = (count: number, one: string, more: string) =>
  count === 1 ? `1 ${one}` : `${count.toLocaleString('en')} ${more}`;

async function undoPeople(ctx: TenantContext, { input, requestedBy }: Run) {
  const { restored, removed, left } = await undoImport(ctx, input.importId, requestedBy);
  const people = (count: number) => countOf(count, 'person', 'people');
  return {
    summary: [
      `${people(restored)} as before, ${people(removed)} who had been new taken away.`,
      ...(left.length > 0 ? [`${people(left.length)} stay as they are now.`] : []),
    ],
    left: left.map(({ employeeId, reason }) => ({ employeeId, reason: reason as string })),
  };
}

/** What stays since it is about who asks is somebody else's to take back: until then the import is not closed. */
async function undoRatings(ctx: TenantContext, { input, requestedBy, madeBy }: Run) {
  await requireUndoable(ctx, input.importId);
  const { restore, remove, left } = await undoRatingsImport(ctx, input.importId, {
    actor: requestedBy,
    importer: await importerOf(ctx, requestedBy, madeBy),
  });
  const aboutAsker = left.filter(({ reason, untouched }) => reason === 'about_you' && untouched).length;
  if (aboutAsker === 0) await closeUndone(ctx, input.importId);
  const assessments = (count: number) => countOf(count, 'assessment', 'assessments');
  const others = left.length - aboutAsker;
  return {
    summary: [
      `${assessments(restore.length)} as before, ${assessments(remove.length)} that had been new taken away.`,
      ...(others > 0 ? [`${assessments(others)} stay as they are now.`] : []),
      ...(aboutAsker > 0
        ? [`${assessments(aboutAsker)} about who asked: somebody else can still take that back.`]
        : []),
    ],
    left: left.map(({ employeeId, reason }) => ({ employeeId, reason: reason as string })),
  };
}
