import { listProfileEntries, listProfiles } from '../data/onet-profile-rows';
import { type OnetContext, onetCatalogue } from './onet-reader';

export interface ProfileEntry {
  readonly text: string;
  /** The type of a technology or tool; null where the source says none. */
  readonly category: string | null;
}

/** A profile text of an occupation; its release is not known. */
export interface OnetProfileView {
  readonly sourceId: string;
  readonly soc: string;
  readonly title: string;
  readonly description: string;
  readonly tasks: readonly ProfileEntry[];
  readonly skills: readonly ProfileEntry[];
  readonly technology: readonly ProfileEntry[];
  readonly tools: readonly ProfileEntry[];
  readonly source: {
    readonly name: string;
    /** "unknown". */
    readonly release: string;
    readonly licence: string | null;
    readonly attribution: string | null;
    readonly fileName: string;
    readonly importedAt: Date;
  };
}

/** The profile texts of an occupation, the one that came last first. */
export async function listOnetProfiles(ctx: OnetContext, soc: string): Promise<readonly OnetProfileView[]> {
  const catalogue = onetCatalogue(ctx);
  const profiles = await listProfiles(catalogue, soc);
  const entries = await listProfileEntries(
    catalogue,
    profiles.map(({ sourceId }) => sourceId),
  );
  return profiles.map(({ sourceId, soc: code, title, description, ...source }) => {
    const of = (kind: string) =>
      entries
        .filter((entry) => entry.sourceId === sourceId && entry.kind === kind)
        .map(({ text, category }) => ({ text, category }));
    return {
      sourceId,
      soc: code,
      title,
      description,
      tasks: of('task'),
      skills: of('skill'),
      technology: of('technology'),
      tools: of('tool'),
      source,
    };
  });
}
