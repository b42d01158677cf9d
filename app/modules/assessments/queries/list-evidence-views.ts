import type { TenantContext } from '#db/tenancy';
import { findEvidenceBytes, listEvidenceFiles } from '../data/evidence-files';
import { type EvidenceItemRow, listEvidenceItems } from '../data/evidence-items';
import { hostOfLink } from '../domain/evidence/evidence-link';
import { FILE_TYPES, type FileType } from '../domain/evidence/file-kinds';

/** A file as a page shows it. */
export interface FileView {
  readonly fileId: string;
  readonly name: string;
  readonly type: FileType;
  readonly sizeBytes: number;
  /** Whether the scanner found it clean; false: nothing scans files here. */
  readonly isScanned: boolean;
  /** SHA-256, hexadecimal. */
  readonly checksum: string;
}

/** Evidence with the host of its link, or its file. */
export interface EvidenceDetail extends EvidenceItemRow {
  readonly host: string | null;
  readonly file: FileView | null;
}

/** The evidence of these assessments in the order in which it was added. Whether the reader may see it is the caller's. */
export async function listEvidenceDetails(
  ctx: TenantContext,
  assessmentIds: readonly string[],
): Promise<EvidenceDetail[]> {
  const rows = await listEvidenceItems(ctx, assessmentIds);
  const files = await fileViews(
    ctx,
    rows.flatMap(({ fileId }) => fileId ?? []),
  );
  return rows.map((row) => ({
    ...row,
    host: row.url === null ? null : hostOfLink(row.url),
    file: row.fileId === null ? null : (files.get(row.fileId) ?? null),
  }));
}

/** Files by id, without their bytes. */
export async function fileViews(
  ctx: TenantContext,
  fileIds: readonly string[],
): Promise<ReadonlyMap<string, FileView>> {
  if (fileIds.length === 0) return new Map();
  const rows = await listEvidenceFiles(ctx, fileIds);
  return new Map(
    rows.map(({ fileId, name, type, sizeBytes, scan, checksum }) => [
      fileId,
      { fileId, name, type: knownType(type), sizeBytes, isScanned: scan === 'clean', checksum },
    ]),
  );
}

/** A file to be given out; whether the reader may have it is the caller's. */
export async function readEvidenceFile(
  ctx: TenantContext,
  fileId: string,
): Promise<{ readonly name: string; readonly mime: string; readonly bytes: Uint8Array } | null> {
  const view = (await fileViews(ctx, [fileId])).get(fileId);
  const bytes = await findEvidenceBytes(ctx, fileId);
  return view && bytes ? { name: view.name, mime: FILE_TYPES[view.type].mime, bytes } : null;
}

function knownType(type: string): FileType {
  return type in FILE_TYPES ? (type as FileType) : 'text';
}
