import type { TenantContext } from '#db/tenancy';
import { NotFound } from '~/shared/errors';
import { findDescription, listShownAnchors, listShownMeasures } from '../data/occupation-description';
import type { EvidenceResource, OccupationResource } from '../domain/api-schemas';
import { isOnetSoc } from '../domain/soc-code';

export interface OccupationView {
  readonly occupation: Omit<OccupationResource, 'sources'>;
  /** Where evidence and anchors come from. */
  readonly sourceIds: readonly string[];
}

type MeasureRow = Awaited<ReturnType<typeof listShownMeasures>>[number];
type AnchorRow = Awaited<ReturnType<typeof listShownAnchors>>[number];

function toEvidence({
  source,
  release,
  measure,
  figure,
  words,
  unit,
  n,
  precision,
}: MeasureRow): EvidenceResource {
  return {
    source,
    release,
    measure,
    value: figure ?? words ?? '',
    ...(unit === null ? {} : { unit }),
    ...(n === null ? {} : { n }),
    ...(precision === null ? {} : { precision }),
  };
}

function attributesOf(anchors: readonly AnchorRow[]): OccupationResource['attributes'] {
  const named = (kind: string) =>
    anchors.filter((anchor) => anchor.kind === kind).map(({ text }) => ({ name: text }));
  return {
    skills: named('skill'),
    knowledge: named('knowledge'),
    abilities: named('ability'),
    workStyles: named('work_style'),
    technology: named('technology'),
    tools: named('tool'),
    tasks: named('task'),
  };
}

/** An occupation with its evidence pack and source anchors, without frameworks. Throws NotFound. */
export async function getOccupation(ctx: TenantContext, soc: string): Promise<OccupationView> {
  const description = isOnetSoc(soc) ? await findDescription(ctx, soc) : undefined;
  if (!description) throw new NotFound('There is no such occupation.');
  const measures = await listShownMeasures(ctx, soc);
  const anchors = await listShownAnchors(ctx, soc);
  const texts = (kind: string) => anchors.filter((anchor) => anchor.kind === kind).map(({ text }) => text);
  const { own: _, ...facts } = description;
  return {
    occupation: {
      ...facts,
      titles: texts('related_title').map((title) => ({ title, kind: 'alternate' })),
      related: [],
      cip: texts('cip'),
      rapids: texts('rapids'),
      attributes: attributesOf(anchors),
      evidence: measures.map(toEvidence),
      standards: [],
    },
    sourceIds: [...new Set([...measures, ...anchors].map(({ sourceId }) => sourceId))],
  };
}
