import { isDeepStrictEqual } from 'node:util';
import type { TenantContext } from '#db/tenancy';
import { recordAudit } from '~/modules/organizations/commands/record-audit';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import { getSettings } from '~/modules/organizations/queries/get-settings';
import { Conflict, Forbidden, InvalidInput } from '~/shared/errors';
import { insertPrivacyVersion } from '../data/privacy-versions';
import { getPrivacyPack, makePrivacyDocuments, type PrivacyWords } from '../queries/get-privacy-pack';

const LONGEST = { contact: 300, legalGround: 1_000 } as const;

export interface Publication extends PrivacyWords {
  /** The last version and the settings as the author saw them: nothing unseen is published. */
  readonly after: number;
  readonly revision: number;
}

/**
 * Publishes notice and annex as the settings make them now, as a new version; a person does. Returns its number.
 * @throws InvalidInput naming the field; Conflict when nothing differs, or something changed since the page was opened.
 */
export async function publishPrivacy(
  ctx: TenantContext,
  author: Pick<Viewer, 'kind' | 'id' | 'organization'>,
  { after, revision, ...given }: Publication,
): Promise<number> {
  if (author.kind !== 'user') throw new Forbidden('A person publishes the privacy notice.');
  const words = checkedWords(given);
  const { last } = await getPrivacyPack(ctx, author.organization.name);
  if ((last?.version ?? 0) !== after || (await getSettings(ctx)).revision !== revision)
    throw new Conflict('The settings or the notice changed since you opened the page. Read it again first.');
  const documents = await makePrivacyDocuments(ctx, author.organization.name, words);
  if (last && isDeepStrictEqual(last.documents, JSON.parse(JSON.stringify(documents))))
    throw new Conflict(`Version ${last.version} says the same. There is nothing new to publish.`);
  const version = after + 1;
  const row = { version, ...words, documents, publishedBy: author.id, publishedAt: ctx.now };
  if (!(await insertPrivacyVersion(ctx, row)))
    throw new Conflict('Somebody else published a version just now. Read it first.');
  const subject = { kind: 'organization', id: ctx.organizationId } as const;
  recordAudit(ctx, { action: 'privacy.publish', subject, details: { version } });
  return version;
}

function checkedWords(given: PrivacyWords): PrivacyWords {
  const words = { contact: given.contact.trim(), legalGround: given.legalGround.trim() };
  const errors = (['contact', 'legalGround'] as const).flatMap((field) => {
    const length = [...words[field]].length;
    if (length > 0 && length <= LONGEST[field]) return [];
    return [{ pointer: field, detail: `Enter 1 to ${LONGEST[field]} characters.` }];
  });
  if (errors.length > 0) throw new InvalidInput('The notice cannot be published like this.', errors);
  return words;
}
