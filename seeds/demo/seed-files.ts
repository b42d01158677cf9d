import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const SIGN_INS = 'demo-sign-ins.json';
const SEED_DAY = 'demo-seed.json';

/** Whether the demo was loaded to its end: the sign-ins are written last. */
export function signInsExist(dataDir: string): boolean {
  return existsSync(path.join(dataDir, SIGN_INS));
}

/** Writes the demo's sign-ins, readable by this user only. */
export function writeSignIns(dataDir: string, signIns: readonly object[]): void {
  writeWhole(path.join(dataDir, SIGN_INS), JSON.stringify(signIns, null, 2));
}

/** The day that an interrupted load was for, or null. */
export function readSeedDay(dataDir: string): string | null {
  const file = path.join(dataDir, SEED_DAY);
  if (!existsSync(file)) return null;
  const day: unknown = JSON.parse(readFileSync(file, 'utf8')).today;
  return typeof day === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(day) ? day : null;
}

export function rememberSeedDay(dataDir: string, today: string): void {
  writeWhole(path.join(dataDir, SEED_DAY), JSON.stringify({ today }));
}

function writeWhole(file: string, text: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, text, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}
