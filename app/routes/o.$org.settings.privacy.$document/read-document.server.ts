import type { TenantArgs } from '~/http/tenant-route.server';
import {
  isDocumentName,
  type PrivacyDocumentName,
} from '~/modules/capability/domain/privacy/privacy-document';
import { getPrivacyPack, getPrivacyVersion } from '~/modules/capability/queries/get-privacy-pack';
import { NotFound } from '~/shared/errors';

/** A document that the address names: of a version, or as the settings make it now. */
export async function readDocument({ ctx, viewer, url, params }: TenantArgs) {
  const name = params['document'] ?? '';
  if (!isDocumentName(name)) throw new NotFound('There is no such document.');
  const asked = versionOf(url);
  if (asked !== null) {
    const { documents, version, publishedAt } = await getPrivacyVersion(ctx, asked);
    return { name, document: documents[name], version, publishedAt: publishedAt.toISOString() };
  }
  const { now } = await getPrivacyPack(ctx, viewer.organization.name);
  return { name, document: now[name], version: null, publishedAt: null };
}

/** The version that the address asks for; null for none. Throws NotFound for what is no version. */
export function versionOf(url: URL): number | null {
  const text = url.searchParams.get('version');
  if (text === null) return null;
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new NotFound('There is no such version of the privacy notice.');
  return Number(text);
}

/** Name of the file of a document. */
export function fileName(slug: string, name: PrivacyDocumentName, version: number | null): string {
  return `privacy-${name}-${slug}-${version === null ? 'draft' : `version-${version}`}.md`;
}
