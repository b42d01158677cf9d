import type { TenantContext } from '#db/tenancy';
import { organizationDay } from '~/modules/organizations/queries/organization-day';
import { NotFound } from '~/shared/errors';
import { findDescription, listShownAnchors, listShownMeasures } from '../data/occupation-description';
import { listReleaseSources } from '../data/onet-loads';
import type { OccupationResource } from '../domain/api-schemas';
import type { AnchorText } from '../domain/occupation-facts';
import { isOnetSoc } from '../domain/soc-code';
import { aiEvidenceOf } from './ai-evidence-of';
import { programmesOf } from './crosswalk-programmes';
import { anchorPanel } from './occupation-anchors';
import { attributesOf } from './occupation-attributes';
import { occupationLineage } from './occupation-lineage';
import { evidencePack } from './occupation-measures';
import { shownProgrammes } from './occupation-programmes';
import { getOnetOccupation, type OnetOccupation } from './onet-occupation';
import { listOnetProfiles } from './onet-profiles';
import { onetCatalogue } from './onet-reader';
import { standardsOf } from './standard-list';

export interface OccupationView {
  readonly occupation: Omit<OccupationResource, 'sources'>;
  /** Sources that something here comes from. */
  readonly sourceIds: readonly string[];
}

/** An occupation with all that the catalogue says of it but its frameworks. Throws NotFound. */
export async function getOccupation(ctx: TenantContext, soc: string): Promise<OccupationView> {
  const description = isOnetSoc(soc) ? await findDescription(ctx, soc) : undefined;
  if (!description) throw new NotFound('There is no such occupation.');
  const measures = await listShownMeasures(ctx, soc);
  const anchors = await listShownAnchors(ctx, soc);
  const onet = await getOnetOccupation(ctx, { soc });
  const [profile] = await listOnetProfiles(ctx, soc);
  const ai = await aiEvidenceOf(ctx, soc, ratedSkills(onet));
  const lineage = await occupationLineage(ctx, soc);
  const programmes = await programmesOf(ctx, soc);
  const standards = await standardsOf(ctx, soc, await organizationDay(ctx));
  const { own: _own, ...facts } = description;
  const known = { onet, anchors, profile };
  return {
    occupation: {
      ...facts,
      description: facts.description ?? onet?.description ?? profile?.description ?? null,
      group: facts.group ?? lineage.groups[0]?.title ?? null,
      lineage: [...lineage.groups],
      titles: titlesOf(onet, anchors),
      related: [...(onet?.related ?? [])],
      rapids: textsOf(anchors, 'rapids'),
      ...shownProgrammes(soc, programmes, textsOf(anchors, 'cip')),
      ...attributesOf(known),
      anchors: anchorPanel(known),
      evidence: evidencePack(measures, ai.evidence),
      standards: standards.map(({ urn, title, version, reviewDate, reviewOverdue, linkedBy }) => ({
        ...{ urn, title, version, reviewDate, reviewOverdue, linkedBy },
      })),
    },
    sourceIds: [
      ...[...measures, ...anchors, ...standards].map(({ sourceId }) => sourceId),
      ...[...ai.sourceIds, ...lineage.sourceIds, ...programmes.sourceIds],
      ...(await listReleaseSources(onetCatalogue(ctx), onet?.releases ?? [])),
      ...(profile ? [profile.sourceId] : []),
    ],
  };
}

const textsOf = (anchors: readonly AnchorText[], kind: string) =>
  anchors.filter((anchor) => anchor.kind === kind).map(({ text }) => text);

/** Titles of the O*NET release; where it has none, those that the page text of a framework prints. */
function titlesOf(onet: OnetOccupation | null, anchors: readonly AnchorText[]): OccupationResource['titles'] {
  if (onet && onet.titles.length > 0) return [...onet.titles];
  return textsOf(anchors, 'related_title').map((title) => ({ title, kind: 'alternate' }));
}

function ratedSkills(onet: OnetOccupation | null) {
  return (onet?.attributes.skills ?? []).map(({ elementId, name, value }) => ({
    elementId,
    name,
    importance: value,
  }));
}
