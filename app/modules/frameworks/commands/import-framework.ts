import {
  type Catalogue,
  lockCatalogue,
  ownCatalogue,
  sharedCatalogue,
  sharedCatalogueFor,
} from '#db/catalogue';
import type { SystemContext } from '#db/system';
import type { TenantContext } from '#db/tenancy';
import {
  recordAnchors,
  recordEvidence,
  recordOccupation,
} from '~/modules/occupations/commands/record-occupation';
import { sourceOnce } from '~/modules/occupations/commands/record-source';
import { findOccupationTitle } from '~/modules/occupations/queries/find-occupation-title';
import { InvalidInput } from '~/shared/errors';
import { ANCHOR_KINDS, type FrameworkDocument } from '../domain/document';
import type { FrameworkReport, ImportedFile, ImportReport } from './import-report';
import { storeFramework } from './store-framework';

/** Which catalogue is written: the one that all organizations read (the operator), or an organization's own. */
export type CatalogueTarget =
  | { readonly scope: 'shared'; readonly ctx: SystemContext }
  | { readonly scope: 'own'; readonly ctx: TenantContext };

interface Place {
  readonly catalogue: Catalogue;
  /** The catalogue in which a lost split may be found besides; null for the shared one. */
  readonly reference: Catalogue | null;
}

function placeOf(target: CatalogueTarget): Place {
  if (target.scope === 'shared') return { catalogue: sharedCatalogue(target.ctx), reference: null };
  return { catalogue: ownCatalogue(target.ctx), reference: sharedCatalogueFor(target.ctx) };
}

/** The occupation; where the document has no title for it, with the one that the catalogues have. */
async function titled(
  target: CatalogueTarget,
  { occupation }: FrameworkDocument,
  file: ImportedFile,
): Promise<FrameworkDocument['occupation']> {
  if (occupation.title !== '') return occupation;
  const { catalogue, reference } = placeOf(target);
  const title = await findOccupationTitle(reference ? [catalogue, reference] : [catalogue], occupation.soc);
  if (title !== null) return { ...occupation, title };
  const detail = `occupation_title: no catalogue knows ${occupation.soc} yet, so the file has to name its title.`;
  throw new InvalidInput(`${file.name} was not imported: ${detail}`, [{ pointer: `${file.name}:1`, detail }]);
}

/**
 * Takes one document into a catalogue, in the transaction of the target: occupation, frameworks, evidence, anchors.
 * Importing the same again writes nothing. The order in which two sources of one framework come makes no difference.
 * @throws InvalidInput for an occupation whose title nobody names; Conflict when other statements are stored under the
 * same occupation, instrument and version. The caller's transaction must then be rolled back.
 */
export async function importFramework(
  target: CatalogueTarget,
  document: FrameworkDocument,
  file: ImportedFile,
): Promise<ImportReport> {
  const { catalogue, reference } = placeOf(target);
  await lockCatalogue(catalogue);
  const occupation = await titled(target, document, file);
  const { soc, title } = occupation;
  const fileName = file.name.split(/[\\/]/u).at(-1) ?? file.name;
  const sourceId = sourceOnce(catalogue, { ...document.source, fileName, checksum: file.checksum });
  const occupationChanged = await recordOccupation(catalogue, occupation);
  const frameworks: FrameworkReport[] = [];
  for (const content of document.frameworks) {
    const raw = content.instrument === 'mastery' ? document.raw : null;
    const work = { catalogue, reference, soc, content, document: raw, sourceId, file: file.name };
    frameworks.push(await storeFramework(work));
  }
  const { evidence, anchors } = document;
  const evidenceChanged = await recordEvidence(catalogue, { soc, measures: evidence, sourceId });
  const anchorsChanged = await recordAnchors(catalogue, { soc, kinds: ANCHOR_KINDS, anchors, sourceId });
  const frameworksChanged = frameworks.some(
    ({ outcome, captionsChanged }) => outcome !== 'unchanged' || captionsChanged > 0,
  );
  return {
    file: file.name,
    occupation: { soc, title },
    frameworks,
    evidence: evidence.length,
    anchors: anchors.length,
    changed: occupationChanged || frameworksChanged || evidenceChanged || anchorsChanged,
  };
}
