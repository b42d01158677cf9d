import type { SystemContext } from '#db/system';
import { Conflict, InvalidInput, NotFound } from '~/shared/errors';
import { hasOccupation, insertLink, listVersions, removeLink } from '../data/standard-links';
import { isOnetSoc } from '../domain/soc-code';
import { readUrn } from '../domain/standards/standard-urn';

export interface StandardLink {
  /** O*NET-SOC code. */
  readonly soc: string;
  readonly urn: string;
  /** Not given: the only version that is there. */
  readonly version?: string;
}

/**
 * Records that a person holds a standard to be about an occupation. Resolves to whether the link is new.
 * @throws InvalidInput for no code, no URN or no person, NotFound for an occupation or a standard that is not there,
 * Conflict where the standard has several versions and none is named.
 */
export async function linkStandard(
  ctx: SystemContext,
  link: StandardLink & { readonly linkedBy: string },
): Promise<boolean> {
  const linkedBy = link.linkedBy.trim();
  if (linkedBy === '') throw new InvalidInput('A link needs the name of the person who makes it.');
  if (!isOnetSoc(link.soc)) throw new InvalidInput(`${link.soc} is no O*NET-SOC code such as 11-3013.01.`);
  const { urn, version } = await known(ctx, link);
  if (!(await hasOccupation(ctx, link.soc))) throw new NotFound(`There is no occupation ${link.soc}.`);
  return insertLink(ctx, { soc: link.soc, urn, version, linkedBy });
}

/** Takes a link away. Resolves to whether there was one. Throws as linkStandard does. */
export async function unlinkStandard(ctx: SystemContext, link: StandardLink): Promise<boolean> {
  return removeLink(ctx, { soc: link.soc, ...(await known(ctx, link)) });
}

async function known(ctx: SystemContext, link: StandardLink): Promise<{ urn: string; version: string }> {
  const urn = readUrn(link.urn);
  if (!urn) throw new InvalidInput(`${JSON.stringify(link.urn)} is not a URN.`);
  const versions = await listVersions(ctx, urn);
  const [only] = versions;
  if (only === undefined) throw new NotFound(`There is no standard ${urn}.`);
  if (link.version === undefined && versions.length > 1)
    throw new Conflict(`${urn} is there in the versions ${versions.join(', ')}: name one.`);
  const version = link.version ?? only;
  if (!versions.includes(version)) throw new NotFound(`There is no version ${version} of ${urn}.`);
  return { urn, version };
}
