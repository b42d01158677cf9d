import { createReadStream } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { type SystemConnection, withSystem } from '#db/system';
import { recogniseSource, type SourceRecogniser } from '~/modules/occupations/commands/import-source-file';
import type { SourceProgress, SourceReport } from '~/modules/occupations/commands/import-source-request';
import { InvalidInput } from '~/shared/errors';

/** Bytes that are looked at to tell what a file is. */
const HEAD_BYTES = 64 * 1024;

export interface SourceOptions {
  /** Release to note, in place of the one that the file or its folder names. */
  readonly release?: string;
  /** Do everything, then take it back. */
  readonly dryRun?: boolean;
  /** Occupations (O*NET-SOC codes) that a person says a standard is about, and that person. */
  readonly soc?: readonly string[];
  readonly by?: string;
  /** A person decided that this standard's text takes the place of another one of the same version. */
  readonly replace?: boolean;
  readonly signal?: AbortSignal;
  onProgress?(progress: SourceProgress): void;
}

/** A file of a folder and its kind; undefined for a file of no kind that is known. */
export interface FoundSource {
  readonly file: string;
  readonly recogniser: SourceRecogniser | undefined;
}

/** Carries a report out of a transaction that is rolled back. */
class TakenBack extends Error {
  constructor(readonly report: SourceReport) {
    super('rolled back');
  }
}

async function headOf(file: string): Promise<Uint8Array> {
  const handle = await open(file, 'r');
  try {
    const { bytesRead, buffer } = await handle.read(new Uint8Array(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** Files of a folder by name with their kinds; task lists first, so that figures are joined to them. */
export async function findSources(folder: string): Promise<FoundSource[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const found: FoundSource[] = [];
  for (const name of entries
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name)
    .sort()) {
    const file = path.join(folder, name);
    found.push({ file, recogniser: recogniseSource(await headOf(file), name) });
  }
  const rank = ({ recogniser }: FoundSource) => (recogniser?.kind === 'aei_task_statements' ? 0 : 1);
  return found.sort((a, b) => rank(a) - rank(b));
}

/**
 * Takes one source file into the shared catalogue, in a transaction of its own.
 * @throws InvalidInput for a file of no known kind, and what the importers throw; then nothing is changed.
 */
export async function importSource(
  system: SystemConnection,
  file: string,
  options: SourceOptions = {},
): Promise<SourceReport> {
  const { soc = [], by, dryRun = false, release, replace, signal, onProgress } = options;
  const recogniser = recogniseSource(await headOf(file), file);
  if (!recogniser) throw refusal(file, 'The content is of no kind of source that is known.');
  if (soc.length > 0 && by === undefined)
    throw refusal(file, 'A link needs the name of the person who makes it.');
  const { size } = await stat(file);
  const request = {
    input: { name: file, size, open: () => createReadStream(file) },
    ...(release === undefined ? {} : { release }),
    ...(replace === undefined ? {} : { replace }),
    ...(signal ? { signal } : {}),
    ...(onProgress ? { onProgress } : {}),
    ...(soc.length > 0 && by !== undefined ? { link: { socs: soc, linkedBy: by } } : {}),
  };
  try {
    return await withSystem(system, async (ctx) => {
      const report = await recogniser.import(ctx, request);
      if (dryRun) throw new TakenBack(report);
      return report;
    });
  } catch (error) {
    if (error instanceof TakenBack) return error.report;
    throw error;
  }
}

function refusal(file: string, detail: string): InvalidInput {
  return new InvalidInput(`${file} was not imported: ${detail}`, [{ pointer: file, detail }]);
}
