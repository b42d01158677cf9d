import { readFields } from '~/http/read-fields.server';
import { DIMENSIONS, type Dimension } from '~/modules/frameworks/domain/dimension';
import type { TargetLevel, TargetWeight } from '~/modules/people/domain/target-row';
import { isDay } from '~/shared/calendar-day';
import { type FieldError, InvalidInput } from '~/shared/errors';

/** One dimension as the form states it; chosen is the text of a statement or task, in place of the written reason. */
export interface TypedDimension {
  readonly dimension: Dimension;
  readonly level: TargetLevel;
  readonly weight: TargetWeight;
  readonly critical: boolean;
  readonly chosen: string;
  readonly written: string;
}

export interface TypedProfile {
  readonly revision: number;
  readonly from: string;
  readonly dimensions: readonly TypedDimension[];
}

const PARTS = ['level', 'weight', 'critical', 'chosen', 'reason'] as const;
const LONGEST = 1_000;
const CONTROL = /[^\P{Cc}\n\t]/u;

/** Reads the form of a post's own profile: a dimension without a level is not asked for. Throws InvalidInput. */
export async function readProfileForm(request: Request): Promise<TypedProfile> {
  const names = DIMENSIONS.flatMap((dimension) => PARTS.map((part) => `${part}:${dimension}` as const));
  const { one } = await readFields(request, { single: ['revision', 'from', ...names] });
  const faults: FieldError[] = [];
  if (!isDay(one.from) || one.from < '1900-01-01' || one.from > '2199-12-31')
    faults.push({ pointer: 'from', detail: 'Give a day as YYYY-MM-DD, from 1900 to 2199.' });
  const dimensions = DIMENSIONS.flatMap((dimension): TypedDimension[] => {
    const of = (part: (typeof PARTS)[number]) => one[`${part}:${dimension}`].trim();
    if (of('level') === '') return [];
    const written = of('reason').replace(/\r\n?/gu, '\n');
    if (!/^[0-4]$/u.test(of('level')) || !/^[0-3]$/u.test(of('weight')))
      faults.push({ pointer: `level:${dimension}`, detail: 'Levels are 0 to 4, weights 0 to 3.' });
    if (Array.from(written).length > LONGEST || CONTROL.test(written))
      faults.push({ pointer: `reason:${dimension}`, detail: `Plain text of at most ${LONGEST} characters.` });
    return [
      {
        dimension,
        level: Number(of('level')) as TargetLevel,
        weight: Number(of('weight')) as TargetWeight,
        critical: of('critical') === 'yes',
        chosen: of('chosen'),
        written,
      },
    ];
  });
  if (faults.length > 0) throw new InvalidInput('The profile was not written. See what is marked.', faults);
  return { revision: Number(one.revision), from: one.from, dimensions };
}
