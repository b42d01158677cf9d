import type { StatedOccupation } from './occupations-change';

/** Fields of the form of a person, as texts. */
export const PERSON_TEXTS = [
  'name',
  'email',
  'title',
  'team',
  'manager',
  'site',
  'status',
  'availability',
  'kind',
  'startedOn',
  'endedOn',
] as const;
export type PersonText = (typeof PERSON_TEXTS)[number];
export const OCCUPATION_TEXTS = ['soc', 'band', 'share'] as const;

export interface OccupationText {
  readonly soc: string;
  readonly band: string;
  readonly share: string;
}

/** The form as entered. */
export interface PersonTexts extends Readonly<Record<PersonText, string>> {
  readonly occupations: readonly OccupationText[];
}

/** The form from its fields; rows of occupations without a code are none. */
export function personTexts(
  one: Readonly<Record<PersonText, string>>,
  many: Readonly<Record<(typeof OCCUPATION_TEXTS)[number], readonly string[]>>,
): PersonTexts {
  const texts = Object.fromEntries(PERSON_TEXTS.map((name) => [name, one[name].trim()]));
  const rows = many.soc.map((soc, index) => ({
    soc: soc.trim(),
    band: many.band[index] ?? '',
    share: (many.share[index] ?? '').trim(),
  }));
  return { ...(texts as Record<PersonText, string>), occupations: rows.filter(({ soc }) => soc !== '') };
}

/** What a form states, before it is checked: only fields that differ from what it showed; all of a form that showed nothing. */
export function statedFields(texts: PersonTexts, shown: PersonTexts | null): Record<string, unknown> {
  const stated: Record<string, unknown> = {};
  const plain = ['name', 'title', 'status', 'availability', 'kind'] as const;
  for (const field of plain)
    if (shown ? texts[field] !== shown[field] : texts[field] !== '') stated[field] = texts[field];
  const emptied = { email: 'email', siteId: 'site', startedOn: 'startedOn', endedOn: 'endedOn' } as const;
  for (const [field, text] of Object.entries(emptied))
    if (texts[text] !== (shown?.[text] ?? '')) stated[field] = texts[text] === '' ? null : texts[text];
  if (occupationKey(texts.occupations) !== occupationKey(shown?.occupations ?? []))
    stated['occupations'] = texts.occupations.map(statedOccupation);
  return stated;
}

/** Occupations as the form shows them. */
export function occupationTexts(
  held: readonly { soc: string; roleBand: number | null; share: number }[],
): OccupationText[] {
  return held.map(({ soc, roleBand, share }) => ({
    soc,
    band: roleBand === null ? '' : String(roleBand),
    share: String(share),
  }));
}

function statedOccupation({ soc, band, share }: OccupationText): Record<keyof StatedOccupation, unknown> {
  return { soc, roleBand: band === '' ? null : Number(band), share: share === '' ? 100 : Number(share) };
}

function occupationKey(rows: readonly OccupationText[]): string {
  const keys = rows.map(({ soc, band, share }) => `${soc} ${band} ${share === '' ? '100' : share}`);
  return keys.sort().join('\n');
}

const FIELD_OF: Readonly<Record<string, string>> = { teamId: 'team', managerId: 'manager', siteId: 'site' };

/** The field of the form that a fault is about. */
export function formField(pointer: string): string {
  const field = pointer.split('/')[1] ?? '';
  return FIELD_OF[field] ?? field;
}
