/**
 * The one function that decides what a suppressed viewer sees of a release: which rows are shown, which hidden, and
 * which figures they carry, for pages, drill, trend, comparison, export, API, mail and why alike.
 * Method: people with individual access are left out; blocks are drawn on the release's facts; where an earlier cut
 * exists, its blocks give way only when enough people had an event, and are hidden with others when so many of their
 * people have become known that fewer than k are left. Whom the viewer could read at the last release, or at one whose
 * figures still stand, on leave or not, or on any day since a rating that still stands, counts here, but towards no k.
 * Same input in any order, same cut.
 * Missing: a dimension in which the organization is too small has no block and no family.
 * Source: method.md 9.1 to 9.5.
 */
import { coarsenCut, hideKnown } from './coarsen-cut';
import { familiesOf, type RowsNow } from './cut-families';
import { drawBlocks, sortBlocks } from './draw-blocks';
import { directRow, groupRow, treeOfPeople } from './draw-tree';
import { directKey, type GroupTree, groupKey, keysAround, readTree } from './group-tree';
import { guardShares } from './guard-shares';
import type { Known } from './head-count';
import { isCutOf, knownIn } from './known-in-cut';
import { matchBlocks } from './match-blocks';
import { findPastMembers, type Past } from './past-members';
import { placeBlocks } from './place-blocks';
import { type Contributions, groupByOwner, populationOf } from './population';
import type { LastRead } from './read-ratings';
import type { CutBlock, DimensionCut, ReleaseCut } from './release-cut';
import { releasesInUse } from './release-cut';
import type { ReleaseFacts, ReleaseMark, ReleasePerson } from './release-facts';
import { settleBlocks } from './settle-blocks';
import { stateUnknown } from './state-unknown';

export interface CutInput {
  readonly release: ReleaseMark;
  readonly facts: ReleaseFacts;
  /** Indexes of the dimensions that use this tree. */
  readonly dimensions: readonly number[];
  /** The groups are those of occupations; not given: teams. */
  readonly tree?: 'occupation';
  readonly k: number;
  /** People to whom the viewer has individual access: own subtree, reports, self. */
  readonly individualAccess: ReadonlySet<string>;
  /** When the viewer could last read whoever could be read before; not given: nobody. */
  readonly lastRead?: LastRead;
  /** This viewer's last cut of the same tree; null: none yet. */
  readonly previous: ReleaseCut | null;
  /** People of every release of releasesInUse(previous), by release id. */
  readonly history: ReadonlyMap<string, readonly ReleasePerson[]>;
}

/** Cuts a release. Throws InvalidInput for a broken tree, a person in an unknown group or missing history. */
export function cutRelease(input: CutInput): ReleaseCut {
  const { facts, individualAccess } = input;
  const tree = readTree(facts.groups);
  const all = [...input.dimensions, ...(input.previous?.dimensions ?? []).map((cut) => cut.dimension)];
  const known = new Map([...new Set(all)].map((dimension) => [dimension, knownIn(dimension, input)]));
  const knownOf = (dimension: number): Known => known.get(dimension) ?? NOBODY_KNOWN;
  const previous =
    input.previous === null
      ? null
      : hideKnown(coarsenCut(input.previous, input.k), {
          knownOf: (dimension) => new Set([...individualAccess, ...knownOf(dimension).before]),
          history: input.history,
        });
  const rows = rowsNow(input, tree, previous);
  const dimensions = [...input.dimensions]
    .sort((a, b) => a - b)
    .map((dimension) => cutDimension(dimension, { input, tree, previous, rows, known: knownOf(dimension) }));
  const cut = { release: input.release.id, day: input.release.day, k: input.k, leftOut: {}, dimensions };
  const now = { [input.release.id]: [...individualAccess].sort() };
  const lists = { ...previous?.leftOut, ...now };
  return {
    ...cut,
    leftOut: Object.fromEntries(
      [...new Set([...releasesInUse(cut), cut.release])]
        .sort()
        .map((release) => [release, lists[release] ?? []]),
    ),
  };
}

const NOBODY_KNOWN: Known = { before: new Set(), after: new Set() };

interface Scene {
  readonly input: CutInput;
  readonly tree: GroupTree;
  readonly previous: ReleaseCut | null;
  readonly rows: RowsNow;
  /** Whose ratings of the dimension the viewer knows or may know: what could be read then is not forgotten. */
  readonly known: Known;
}

function cutDimension(dimension: number, scene: Scene): DimensionCut {
  const { input, tree } = scene;
  const population = populationOf(input.facts.people, dimension, input.individualAccess);
  const drawn = drawBlocks(
    treeOfPeople(population, tree, { release: input.release, known: scene.known.after }),
    input.k,
  );
  const named = input.tree ? { tree: input.tree } : {};
  const old = scene.previous?.dimensions.find((cut) => isCutOf(cut, dimension, input))?.blocks ?? [];
  const settled = old.length === 0 ? drawn : settle({ dimension, population, drawn, old }, scene);
  const blocks = finish(settled, dimension, scene);
  return { dimension, ...named, blocks, families: familiesOf(blocks, scene.rows) };
}

/** The blocks without shares that would tell levels, and with those whom the viewer does not know. */
function finish(
  blocks: readonly CutBlock[],
  dimension: number,
  { input, previous, known }: Scene,
): readonly CutBlock[] {
  const { individualAccess, k } = input;
  const { id: release } = input.release;
  const { people } = input.facts;
  const guarded = guardShares(blocks, {
    ...{ dimension, release, people, k },
    known: new Set([...individualAccess, ...known.after]),
  });
  const isAnybodyKnown = known.before.size + known.after.size + individualAccess.size > 0;
  if (!isAnybodyKnown && !guarded.some((block) => block.unknown)) return guarded;
  const past = {
    history: new Map([...input.history, [release, people]]),
    leftOut: { ...previous?.leftOut, [release]: [...individualAccess] },
  };
  return stateUnknown(guarded, { dimension, release, past, individualAccess, known });
}

interface Drawing {
  readonly dimension: number;
  readonly population: Contributions;
  readonly drawn: readonly CutBlock[];
  readonly old: readonly CutBlock[];
}

function settle({ dimension, population, drawn, old }: Drawing, scene: Scene): readonly CutBlock[] {
  const { input, tree } = scene;
  const past: Past = { history: input.history, leftOut: scene.previous?.leftOut ?? {} };
  const members = findPastMembers(old, past, { dimension, leftOutNow: input.individualAccess });
  const owners = new Map(
    drawn.flatMap((block) =>
      block.parts.flatMap((part) => part.groups.map((group) => [group, block] as const)),
    ),
  );
  const membersNow = groupByOwner(population, (groupId) => owners.get(groupId ?? ''));
  const blockNow = new Map(
    [...membersNow].flatMap(([block, people]) => [...people.keys()].map((id) => [id, block] as const)),
  );
  const { release } = input;
  const { known } = scene;
  const settleInput = { release, tree, past: members, population, membersNow, blockNow, known, k: input.k };
  const matchings = matchBlocks({ old, drawn, tree, past: members });
  const settled = matchings.flatMap((matching) => settleBlocks(matching, settleInput));
  return sortBlocks(placeBlocks(settled, tree));
}

/** The rows of the tree as it is now; names of groups that are gone come from the last cut. */
function rowsNow(input: CutInput, tree: GroupTree, previous: ReleaseCut | null): RowsNow {
  const people = new Map<string, number>();
  const restOf = new Set<string>();
  for (const person of input.facts.people) {
    for (const key of keysAround(person.groupId, tree)) {
      if (input.individualAccess.has(person.employeeId)) restOf.add(key);
      else people.set(key, (people.get(key) ?? 0) + 1);
    }
  }
  const oldRows = (previous?.dimensions ?? []).flatMap((cut) =>
    cut.families.flatMap((family) => family.rows),
  );
  const names = new Map<string, string>();
  for (const row of oldRows) if (row.id !== null) names.set(row.id, row.name);
  for (const group of input.facts.groups) names.set(group.id, group.name);
  const nameOf = (id: string | null): string => names.get(id ?? '') ?? '';
  return {
    names,
    rowsOf: (parent) => [
      ...tree
        .childrenOf(parent)
        .filter((id) => people.has(groupKey(id)))
        .map((id) => groupRow(id, nameOf(id))),
      ...(people.has(directKey(parent)) ? [directRow(parent, nameOf(parent))] : []),
    ],
    stateOf: (key) => ({ people: people.get(key) ?? 0, restOf: restOf.has(key) }),
  };
}
