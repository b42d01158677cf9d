/** The order of a list of people as an address holds it: `name`, `-name`, `leadership`, `-gap:leadership`. */
import { type Dimension, isDimension } from '~/modules/frameworks/domain/dimension';

export interface PeopleOrder {
  readonly by: 'name' | { readonly dimension: Dimension; readonly figure: 'level' | 'gap' };
  /** From the last name or the largest figure on. */
  readonly down: boolean;
}

export const BY_NAME: PeopleOrder = { by: 'name', down: false };

/** Reads the order of an address; what cannot be meant is by name. */
export function readPeopleOrder(text: string | null): PeopleOrder {
  const down = text?.startsWith('-') ?? false;
  const name = (text ?? '').replace(/^-/, '');
  if (name === 'name') return { by: 'name', down };
  const [first = '', second] = name.split(':');
  const dimension = first === 'gap' && second !== undefined ? second : first;
  if (!isDimension(dimension)) return BY_NAME;
  return { by: { dimension, figure: first === 'gap' ? 'gap' : 'level' }, down };
}

/** The order as an address holds it; null for that by name, which need not stand there. */
export function writePeopleOrder({ by, down }: PeopleOrder): string | null {
  if (by === 'name') return down ? '-name' : null;
  return `${down ? '-' : ''}${by.figure === 'gap' ? 'gap:' : ''}${by.dimension}`;
}
