import { lockCatalogue, sharedCatalogue } from '#db/catalogue';
import type { SystemContext } from '#db/system';
import type { FieldError } from '~/shared/errors';
import {
  findSourceSet,
  insertSourceSet,
  removeSourceSet,
  switchSourceSet,
} from '../data/crosswalk-source-sets';
import type { SourceOrigin } from '../domain/crosswalk/crosswalk-sources';
import type { SourceReport, SourceRequest } from './import-source-request';
import { sourceOnce } from './record-source';

/** One release of one kind of source, as a file brings it. */
export interface SourceSet {
  readonly origin: SourceOrigin;
  readonly part?: string;
  readonly release: string;
  readonly checksum: string;
  /** Its rows take the place of those of every other release, so that switching back to it loads it again. */
  readonly single?: boolean;
}

export interface Loaded {
  readonly rows: number;
  readonly counts?: Readonly<Record<string, number>>;
  readonly warnings?: readonly FieldError[];
}

const baseName = (path: string) => path.split(/[\\/]/).at(-1) ?? path;

/**
 * Loads a release beside the live one of its kind and part and switches to it, all in the operator's transaction.
 * The same content again changes nothing; another content of the same release takes its place.
 * @param write Writes the rows of the set under this source.
 */
export async function importSourceSet(
  ctx: SystemContext,
  request: SourceRequest,
  { set, write }: { readonly set: SourceSet; readonly write: (sourceId: string) => Promise<Loaded> },
): Promise<SourceReport> {
  const catalogue = sharedCatalogue(ctx);
  await lockCatalogue(catalogue);
  const { origin, part = '', release, checksum } = set;
  const key = { kind: origin.kind, part, release };
  const report = { kind: origin.kind, file: request.input.name, release };
  const known = await findSourceSet(ctx, key);
  if (known?.checksum === checksum && (known.live || !set.single)) {
    if (!known.live) await switchSourceSet(ctx, key, { sourceId: known.sourceId, rows: known.rowCount });
    return { ...report, changed: !known.live, rows: known.rowCount, counts: {}, warnings: [] };
  }
  if (known) await removeSourceSet(ctx, known.sourceId);
  const { kind, name, licence, attribution, url } = origin;
  const fileName = baseName(request.input.name);
  const source = { kind, name, release, licence, attribution, url, fileName, checksum };
  const sourceId = await sourceOnce(catalogue, source)();
  await insertSourceSet(ctx, { ...key, sourceId, checksum });
  const { rows, counts = {}, warnings = [] } = await write(sourceId);
  await switchSourceSet(ctx, key, { sourceId, rows });
  return { ...report, changed: true, rows, counts, warnings };
}
