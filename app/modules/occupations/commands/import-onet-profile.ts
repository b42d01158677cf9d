import { lockCatalogue, sharedCatalogue } from '#db/catalogue';
import type { SystemContext } from '#db/system';
import { findFacts, insertFacts } from '../data/occupation-rows';
import { hasProfile, insertProfile } from '../data/onet-profile-rows';
import { ONET_LICENCE, ONET_URL } from '../domain/onet/attribution';
import type { OnetProfile, OnetProfileKind } from '../domain/onet/parse-onet-profile';
import { sourceOnce } from './record-source';

/** What a profile says of its release: nothing. */
const UNKNOWN_RELEASE = 'unknown';
const ATTRIBUTION =
  'This product includes information from the O*NET Database by the U.S. Department of Labor, Employment and ' +
  'Training Administration (USDOL/ETA). Used under the CC BY 4.0 license. O*NET® is a trademark of USDOL/ETA.';

interface ProfileFile {
  /** Name without folders. */
  readonly name: string;
  /** SHA-256, hexadecimal. */
  readonly checksum: string;
}

export interface OnetProfileReport {
  readonly file: string;
  readonly soc: string;
  readonly title: string;
  readonly counts: Readonly<Record<OnetProfileKind, number>>;
  readonly changed: boolean;
}

/**
 * Stores the profile text of an occupation as a source of its own, beside the releases; the same file again changes
 * nothing. The occupation is added to the shared catalogue where it is not there, and is else left as it is.
 */
export async function importOnetProfile(
  ctx: SystemContext,
  profile: OnetProfile,
  { name, checksum }: ProfileFile,
): Promise<OnetProfileReport> {
  const catalogue = sharedCatalogue(ctx);
  await lockCatalogue(catalogue);
  const sourceId = await sourceOnce(catalogue, {
    kind: 'onet-profile',
    name: 'O*NET occupation profile',
    release: UNKNOWN_RELEASE,
    licence: ONET_LICENCE,
    attribution: ATTRIBUTION,
    url: ONET_URL,
    fileName: name,
    checksum,
  })();
  const { soc, title, entries } = profile;
  const changed = !(await hasProfile(ctx, sourceId));
  if (changed) {
    if (!(await findFacts(catalogue, soc))) {
      await insertFacts(catalogue, {
        soc,
        title,
        group: null,
        sector: null,
        jobZone: null,
        jobZoneInferred: false,
      });
    }
    await insertProfile(ctx, sourceId, profile);
  }
  const count = (kind: OnetProfileKind) => entries.filter((entry) => entry.kind === kind).length;
  const counts = {
    task: count('task'),
    skill: count('skill'),
    technology: count('technology'),
    tool: count('tool'),
  };
  return { file: name, soc, title, counts, changed };
}
