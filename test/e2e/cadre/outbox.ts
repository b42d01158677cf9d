import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect } from '@playwright/test';

/** Waits for the letter to an address whose link begins with this path; the link's own path. */
export async function linkOfLetter(to: string, prefix: string): Promise<string> {
  let found: string | undefined;
  await expect(async () => {
    found = (await linksTo(to)).find((link) => link.startsWith(prefix));
    expect(found, `a letter to ${to} with a link ${prefix}`).toBeDefined();
  }).toPass({ timeout: 30_000 });
  return found ?? '';
}

/** Paths of the links of all letters to an address. */
async function linksTo(to: string): Promise<string[]> {
  const { OUTBOX = '', BASE_URL = '' } = process.env;
  const names = await readdir(OUTBOX).catch(() => []);
  const letters = await Promise.all(names.map((name) => readFile(path.join(OUTBOX, name), 'utf8')));
  return letters
    .map((text) => text.replaceAll(/=\r?\n/g, '').replaceAll('=3D', '='))
    .filter((text) => text.includes(`To: ${to}`) || text.includes(`To: <${to}>`))
    .flatMap((text) => [...text.matchAll(/^(https?:\/\/\S+)$/gm)].map(([, link]) => link ?? ''))
    .map((link) => link.replace(BASE_URL, ''));
}
