import type { SystemContext } from '#db/system';
import type { CipCode } from '../domain/crosswalk/cip-code';
import type { CrosswalkLink } from '../domain/crosswalk/crosswalk-link';
import type { SocGroup } from '../domain/crosswalk/soc-hierarchy';

async function* mapped<T, R>(
  batches: AsyncIterable<readonly T[]>,
  toRow: (item: T) => R,
): AsyncGenerator<R[]> {
  for await (const batch of batches) yield batch.map(toRow);
}

/** Adds rows of the crosswalk to a set; resolves to how many. */
export async function insertCrosswalkLinks(
  { copy }: SystemContext,
  sourceId: string,
  links: AsyncIterable<readonly CrosswalkLink[]>,
): Promise<number> {
  const columns = ['source_id', 'line', 'cip_code', 'cip_title', 'soc_code', 'soc_title', 'unmatched'];
  return copy(
    { table: 'cip_soc_links', columns },
    mapped(links, ({ line, cipCode, cipTitle, socCode, socTitle, unmatched }) => [
      sourceId,
      String(line),
      cipCode,
      cipTitle,
      socCode,
      socTitle,
      String(unmatched !== null),
    ]),
  );
}

/** Adds codes of instructional programmes to a set; resolves to how many. */
export async function insertCipCodes(
  { copy }: SystemContext,
  sourceId: string,
  codes: AsyncIterable<readonly CipCode[]>,
): Promise<number> {
  const columns = [
    ...['source_id', 'line', 'cip_code', 'family', 'title', 'definition', 'action', 'text_changed'],
    ...['cross_references', 'examples'],
  ];
  return copy(
    { table: 'cip_codes', columns },
    mapped(codes, (code) => [
      sourceId,
      String(code.line),
      code.code,
      code.family,
      code.title,
      code.definition,
      code.action,
      String(code.textChanged),
      code.crossReferences,
      code.examples,
    ]),
  );
}

/** Adds groups of the occupational classification to a set; resolves to how many. */
export async function insertSocGroups(
  { copy }: SystemContext,
  sourceId: string,
  groups: readonly SocGroup[],
): Promise<number> {
  const columns = ['source_id', 'line', 'code', 'level', 'title', 'definition', 'parent_code'];
  async function* rows() {
    yield groups.map(({ line, code, level, title, definition, parent }) => [
      sourceId,
      String(line),
      code,
      level,
      title,
      definition,
      parent,
    ]);
  }
  return copy({ table: 'soc_groups', columns }, rows());
}
