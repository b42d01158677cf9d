/**
 * The tree that AI use is released in: SOC major, minor, broad and detailed groups, and beneath a detailed group the
 * occupations that O*NET tells apart in it. Who holds NN-NNNN.00 sits directly in the detailed group NN-NNNN.
 * Where no structure is loaded, a detailed group stands beneath its major group. Every code has one parent, the same
 * for all occupations. Source: method.md 9.2, formats 1.3.
 */
import type { ShownGroup } from '~/modules/occupations/domain/crosswalk/soc-lineage';
import type { ReleaseGroup } from '../suppression/release-facts';

interface Structure {
  /** Groups of the loaded structures; may be none. */
  readonly groups: readonly ShownGroup[];
  /** Titles of occupations by O*NET-SOC code. */
  readonly titles: Readonly<Record<string, string>>;
}

/** The group that the holders of an occupation sit directly in. */
export function occupationGroupOf(soc: string): string {
  return soc.endsWith('.00') ? soc.slice(0, 7) : soc;
}

/** The O*NET-SOC code of a group that is an occupation. */
export function occupationOfGroup(group: string): string {
  return group.length === 7 ? `${group}.00` : group;
}

/** The groups above and of these occupations (O*NET-SOC codes; '' is none), by code. */
export function occupationTree(socs: readonly string[], { groups, titles }: Structure): ReleaseGroup[] {
  const known = new Map(groups.map((group) => [group.code, group]));
  const found = new Map<string, ReleaseGroup>();
  const add = (id: string, parentId: string | null, name: string): void => {
    if (!found.has(id)) found.set(id, { id, parentId, name });
  };
  for (const soc of socs) {
    if (soc === '') continue;
    const detailed = soc.slice(0, 7);
    if (occupationGroupOf(soc) !== detailed) add(soc, detailed, titles[soc] ?? known.get(soc)?.title ?? soc);
    for (let code: string | null = detailed; code !== null; ) {
      const parent: string | null = parentOf(code, known);
      add(code, parent, known.get(code)?.title ?? titles[`${code}.00`] ?? `Occupations ${code}`);
      code = parent;
    }
  }
  return [...found.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function parentOf(code: string, known: ReadonlyMap<string, ShownGroup>): string | null {
  const major = `${code.slice(0, 2)}-0000`;
  if (code === major) return null;
  return known.get(code)?.parent ?? major;
}
