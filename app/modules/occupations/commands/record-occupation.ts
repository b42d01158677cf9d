import type { Catalogue } from '#db/catalogue';
import { listAnchors, replaceAnchors } from '../data/anchor-rows';
import { listMeasures, replaceMeasures } from '../data/evidence-rows';
import { findFacts, insertFacts, updateFacts } from '../data/occupation-rows';
import { isDescribedByRelease } from '../data/onet-catalogue';
import {
  type AnchorText,
  type Measure,
  mergeBesideRelease,
  mergeFacts,
  type OccupationFacts,
} from '../domain/occupation-facts';
import type { SourceId } from './record-source';

/** Equal by value; both sides list their fields under the same names. */
function same<T extends object>(first: readonly T[], second: readonly T[], fields: readonly (keyof T)[]) {
  const text = (items: readonly T[]) => JSON.stringify(items.map((item) => fields.map((key) => item[key])));
  return text(first) === text(second);
}

/** Writes what a source says about an occupation. Resolves to whether anything changed. */
export async function recordOccupation(catalogue: Catalogue, facts: OccupationFacts): Promise<boolean> {
  const { soc, ...incoming } = facts;
  const stored = await findFacts(catalogue, soc);
  if (!stored) {
    await insertFacts(catalogue, facts);
    return true;
  }
  const isReleased = catalogue.organizationId === null && (await isDescribedByRelease(catalogue, soc));
  const merged = isReleased ? mergeBesideRelease(stored, incoming) : mergeFacts(stored, incoming);
  if (same([stored], [merged], ['title', 'group', 'sector', 'jobZone', 'jobZoneInferred'])) return false;
  await updateFacts(catalogue, { soc, ...merged });
  return true;
}

interface Evidence {
  readonly soc: string;
  readonly measures: readonly Measure[];
  readonly sourceId: SourceId;
}

/** Makes the evidence of the sources named here exactly this. Resolves to whether anything changed. */
export async function recordEvidence(
  catalogue: Catalogue,
  { soc, measures, sourceId }: Evidence,
): Promise<boolean> {
  if (measures.length === 0) return false;
  const sources = [...new Set(measures.map(({ source }) => source))];
  const stored = await listMeasures(catalogue, soc, sources);
  if (same(stored, measures, ['source', 'release', 'measure', 'value', 'unit', 'n', 'precision']))
    return false;
  await replaceMeasures(catalogue, { soc, measures, sourceId: await sourceId() });
  return true;
}

interface Anchors {
  readonly soc: string;
  /** All kinds that the source speaks of, those without an anchor too. */
  readonly kinds: readonly string[];
  readonly anchors: readonly AnchorText[];
  readonly sourceId: SourceId;
}

/** Makes the anchors of these kinds exactly these; a source without any changes none. */
export async function recordAnchors(
  catalogue: Catalogue,
  { soc, kinds, anchors, sourceId }: Anchors,
): Promise<boolean> {
  if (anchors.length === 0) return false;
  const byPlace = ({ kind, position }: AnchorText) => `${kind} ${String(position).padStart(6, '0')}`;
  const order = (items: readonly AnchorText[]) =>
    [...items].sort((a, b) => (byPlace(a) < byPlace(b) ? -1 : 1));
  const stored = await listAnchors(catalogue, soc, kinds);
  if (same(order(stored), order(anchors), ['kind', 'position', 'text'])) return false;
  await replaceAnchors(catalogue, { soc, kinds, anchors, sourceId: await sourceId() });
  return true;
}
