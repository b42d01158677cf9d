import { createHash } from 'node:crypto';
import type { TenantContext } from '#db/tenancy';
import { recordAudit } from '~/modules/organizations/commands/record-audit';
import { Conflict, InvalidInput } from '~/shared/errors';
import { updateDraftPublished } from '../data/draft-rows';
import { listFrameworkHeads } from '../data/framework-heads';
import type { FrameworkDocument } from '../domain/document';
import { draftFramework, draftSource } from '../domain/draft/draft-document';
import { publishFaults } from '../domain/draft/publish-faults';
import { type Draft, getDraft } from '../queries/read-draft';
import { checkVersionFree } from './check-version-free';
import { draftConflict } from './draft-conflict';
import { importFramework } from './import-framework';

const EDITOR_FILE = 'written in Cadre';

/** Without a title: the one of the catalogue holds. */
function documentOf({ soc, instrument, version, content }: Draft): FrameworkDocument {
  const unknown = { group: null, sector: null, jobZone: null, jobZoneInferred: false };
  return {
    source: draftSource(version, content),
    occupation: { soc, title: '', ...unknown },
    frameworks: [draftFramework({ instrument, version }, content)],
    evidence: [],
    anchors: [],
    raw: null,
  };
}

/**
 * Makes a draft a framework of the organization, by the same way as an import; from then on the version does not
 * change. Resolves to the id of the framework.
 * @throws NotFound; Conflict where somebody changed the draft since; InvalidInput with what keeps it from being
 * published.
 */
export async function publishDraft(
  ctx: TenantContext,
  { draftId, revision }: { readonly draftId: string; readonly revision: number },
): Promise<string> {
  const draft = await getDraft(ctx, draftId);
  if (draft.revision !== revision || draft.publishedAs !== null) throw draftConflict(draft, revision);
  const { soc, instrument, version, content } = draft;
  const faults = publishFaults(instrument, content);
  if (faults.length > 0)
    throw new InvalidInput(
      'Not published yet: something is missing.',
      faults.map((detail) => ({ pointer: 'draft', detail })),
    );
  await checkVersionFree(ctx, { soc, instrument, version }, draftId);
  const document = documentOf(draft);
  const checksum = createHash('sha256').update(JSON.stringify(document)).digest('hex');
  await importFramework({ scope: 'own', ctx }, document, { name: EDITOR_FILE, checksum });
  const heads = await listFrameworkHeads(ctx, { socs: [soc], instrument, ownOnly: true });
  const head = heads.find((one) => one.version === version);
  const done =
    head && (await updateDraftPublished(ctx, { draftId, revision, frameworkId: head.frameworkId }));
  if (!done) throw new Conflict('Somebody else changed or published this draft at the same moment.');
  recordAudit(ctx, {
    action: 'framework.publish',
    subject: { kind: 'occupation', id: soc },
    details: { instrument, version },
  });
  return head.frameworkId;
}
