import { type Parsed, textFault } from './cells';

export const MAX_TEAM_NAME = 200;
export const MAX_TEAM_DEPTH = 20;
const STRAY_SLASH = /^\/( |$)|(^| )\/$/;

/**
 * The names of a team path from the top, `A / B / C`; a name that contains ` / ` writes it ` \/ ` (api.md, CSV columns).
 * A slash without spaces on both sides belongs to the name.
 */
export function parseTeamPath(text: string): Parsed<string[]> {
  const names = text
    .trim()
    .split(' / ')
    .map((part) => part.trim())
    .map((part) => (STRAY_SLASH.test(part) ? '' : part.replace(/(?<= )\\\/(?= )/g, '/')));
  if (text.trim() === '') return { ok: false, fault: 'is empty.' };
  if (names.includes('')) return { ok: false, fault: 'has an empty name between two slashes, or at an end.' };
  if (names.length > MAX_TEAM_DEPTH) return { ok: false, fault: `is deeper than ${MAX_TEAM_DEPTH} teams.` };
  for (const name of names) {
    const fault = textFault(name, MAX_TEAM_NAME);
    if (fault) return { ok: false, fault };
  }
  return { ok: true, value: names };
}

/** The path as text, the inverse of parseTeamPath; equal paths have equal texts. */
export function formatTeamPath(names: readonly string[]): string {
  return names.map((name) => name.replace(/(?<= )\/(?= )/g, '\\/')).join(' / ');
}
