import type { SystemConnection } from '#db/system';
import { importSharedFramework } from '~/modules/frameworks/commands/import-shared-framework';
import type { FrameworkDocument } from '~/modules/frameworks/domain/document';

/** Loads framework documents into the shared catalogue; what is there already stays. */
export async function loadFrameworks(
  system: SystemConnection,
  documents: readonly FrameworkDocument[],
): Promise<void> {
  for (const document of documents) {
    const file = { name: `${document.occupation.soc}.demo`, checksum: document.source.release };
    await importSharedFramework(system, document, file);
  }
}
