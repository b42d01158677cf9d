import { type SystemConnection, withSystem } from '#db/system';
import type { FrameworkDocument } from '../domain/document';
import { importFramework } from './import-framework';
import type { ImportedFile, ImportReport } from './import-report';

/**
 * Takes one document into the shared catalogue, in a transaction of its own (the operator).
 * @throws Conflict as importFramework does; then nothing of the document stays.
 */
export async function importSharedFramework(
  system: SystemConnection,
  document: FrameworkDocument,
  file: ImportedFile,
): Promise<ImportReport> {
  return withSystem(system, (ctx) => importFramework({ scope: 'shared', ctx }, document, file));
}
