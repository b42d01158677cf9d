import { readForm } from '~/http/read-form.server';
import { readChoice } from '~/modules/occupations/domain/mapping/mapping-choices';
import type { MappingDecision } from '~/modules/occupations/domain/mapping/mapping-decision';
import { parseShares } from '~/modules/occupations/domain/mapping/shares-text';
import { InvalidInput } from '~/shared/errors';
import { CHOICE, VERSION } from './mapping-fields';

/** What the form of the inbox wants. */
export type MappingIntent =
  | { readonly kind: 'confirm'; readonly decisions: readonly MappingDecision[] }
  | {
      readonly kind: 'above';
      readonly threshold: number;
      /** What the reader was shown (above-mark.server.ts). */
      readonly mark: string;
      /** Of the titles that were listed one by one, those that the reader left out. */
      readonly left: ReadonlySet<string>;
    }
  | { readonly kind: 'undo'; readonly confirmationId: string };

const MANY = ['pick', 'listed', 'take'];
const SINGLE = ['confirm', 'undo', 'above', 'mark'];

/** Reads the form: one title, those that are ticked, all above a score, or the last confirmation taken back. */
export async function readMappingForm(request: Request): Promise<MappingIntent> {
  const form = await readForm(request);
  const text = (name: string) => String(form.get(name) ?? '');
  for (const name of new Set(form.keys())) {
    const known = SINGLE.includes(name) || name.startsWith(CHOICE) || name.startsWith(VERSION);
    if (!MANY.includes(name) && (!known || form.getAll(name).length > 1)) throw unreadable();
  }
  if (form.has('undo')) return { kind: 'undo', confirmationId: text('undo') };
  if (form.has('above')) {
    const threshold = Number(text('above'));
    if (!(threshold > 0 && threshold <= 1)) throw unreadable();
    const taken = form.getAll('take').map(String);
    const listed = form.getAll('listed').map(String);
    const left = new Set(listed.filter((key) => !taken.includes(key)));
    return { kind: 'above', threshold, mark: text('mark'), left };
  }
  const one = text('confirm');
  const keys = one === '' ? [...new Set(form.getAll('pick').map(String))] : [one];
  if (keys.length === 0) throw new InvalidInput('Tick the titles to confirm, or confirm a single one.');
  const decisions = keys.map((key): MappingDecision => {
    const choice = text(`${CHOICE}${key}`);
    if (choice === '') throw new InvalidInput(`Choose an occupation for "${key}".`);
    const version = Number(text(`${VERSION}${key}`));
    if (!Number.isSafeInteger(version) || version < 0) throw unreadable();
    const { shares, keeps } = readChoice(choice);
    return { key, version, occupations: parseShares(shares), people: keeps ? 'none' : 'waiting' };
  });
  return { kind: 'confirm', decisions };
}

const unreadable = () =>
  new InvalidInput('The form could not be read. Open the page again and send it once more.');
