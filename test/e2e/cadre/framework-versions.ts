import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';

const FIXTURES = path.join(import.meta.dirname, '../../fixtures/frameworks');
const fixture = (name: string) => readFileSync(path.join(FIXTURES, name), 'utf8');
const LER = fixture('security-guards-ler.txt');

/** The statement that the newer version words otherwise, as both versions have it. */
export const REWORDED = { from: firstStatement(), to: `${firstStatement()} today` };

function firstStatement(): string {
  return JSON.parse(LER).framework.levels.emerging.statements[0];
}

function newer(): string {
  const document = JSON.parse(LER);
  document.framework.version = 'v.26.05';
  document.framework.levels.emerging.statements[0] = REWORDED.to;
  return JSON.stringify(document);
}

/** Two versions of an own framework, and one whose page text has lost the split. */
const FILES = {
  'older.json': LER,
  'newer.json': newer(),
  'page.txt': fixture('security-guards-exchange.txt').replaceAll('v.26.04', 'v.26.03'),
};
export const PAGE_VERSION = 'v.26.03';

/** Imports files into the catalogue of the organization; the second time nothing changes. */
export async function importVersions(
  page: Page,
  slug: string,
  names: readonly (keyof typeof FILES)[],
): Promise<void> {
  for (const name of names) {
    await page.goto(`/o/${slug}/frameworks/import`);
    const file = { name, mimeType: 'text/plain', buffer: Buffer.from(FILES[name]) };
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByRole('button', { name: 'Import' }).click();
    await page.getByText(/Imported|Nothing new in this file/).waitFor();
  }
}
