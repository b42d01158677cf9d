import { expect, type Page } from '@playwright/test';

interface ServedRow {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly people: number;
  readonly released: boolean;
  readonly hasChildren: boolean;
  readonly cells: readonly Readonly<Record<string, unknown>>[];
}

export interface ServedHeatmap {
  readonly view: Readonly<Record<string, unknown>> & { readonly rows: readonly ServedRow[] };
  readonly detail: Readonly<Record<string, unknown>> | null;
}

/** What the server sent to the heatmap page's own code, once that runs: all that a reader can dig out of the browser. */
export async function servedHeatmap(page: Page): Promise<ServedHeatmap> {
  await page.waitForFunction(() => '__remixRouter' in window);
  return page.evaluate(() => {
    const { __remixRouter: router } = window as unknown as {
      __remixRouter: { state: { loaderData: Record<string, unknown> } };
    };
    return router.state.loaderData['routes/o.$org.heatmap'] as never;
  });
}

const SHOWN = ['assessed', 'dimension', 'mean', 'people', 'suppressed'];
const THIRDS = ['under a third', 'a third to two thirds', 'over two thirds'];

/** All that a released row may hold (method.md 9.6), to the field, with k = 5. */
export function expectReleased(row: ServedRow): void {
  expect(
    Object.keys(row)
      .filter((key) => key !== 'restOf')
      .sort(),
    row.name,
  ).toEqual(['cells', 'figuresOf', 'hasChildren', 'id', 'kind', 'name', 'people', 'released']);
  expect(row.kind).not.toBe('person');
  for (const cell of row.cells) expectReleasedCell(cell, row.name);
  if (row.cells.every((cell) => cell.suppressed))
    expect(row).toMatchObject({ people: 0, hasChildren: false });
}

function expectReleasedCell(cell: Readonly<Record<string, unknown>>, name: string): void {
  const place = `${name} ${String(cell.dimension)}`;
  const keys = Object.keys(cell).sort();
  if (cell.suppressed) {
    expect(keys, place).toEqual(['dimension', 'suppressed']);
    return;
  }
  const { people, assessed, mean, atTargetBand } = cell;
  expect(
    keys.filter((key) => key !== 'atTargetBand'),
    place,
  ).toEqual(SHOWN);
  expect(assessed, place).toBeGreaterThanOrEqual(5);
  expect(people, place).toBeGreaterThanOrEqual(Number(assessed));
  expect(Number(mean).toFixed(1), place).toBe(String(mean).includes('.') ? String(mean) : `${mean}.0`);
  if (atTargetBand === undefined) return;
  const [, tens] = /^about ([1-9])0 %$/.exec(String(atTargetBand)) ?? [];
  if (tens) expect(people, place).toBeGreaterThanOrEqual(20);
  else expect(THIRDS, place).toContain(atTargetBand);
}
