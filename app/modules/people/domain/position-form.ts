import { z } from 'zod';
import { type FieldError, InvalidInput } from '~/shared/errors';
import { textFault } from './cells';
import { OCCUPATION_CODE } from './occupation-cell';
import type { PositionFacts } from './plan-positions';
import type { RoleBand } from './role-band';

/** Controls of a form about a post. */
export const POSITION_FIELDS = ['title', 'teamId', 'siteId', 'soc', 'roleBand', 'critical'] as const;

const emptyIsNull = (text: string) => (text === '' ? null : text);
const oneLine = (max: number) =>
  z
    .string()
    .trim()
    .min(1, 'Is empty.')
    .superRefine((text, context) => {
      const fault = textFault(text, max);
      if (fault) context.addIssue({ code: 'custom', message: fault });
    });

const form = z.object({
  title: oneLine(300),
  teamId: z.guid('Choose a team.'),
  siteId: z.union([z.literal(''), z.guid('Choose a site.')]).transform(emptyIsNull),
  soc: z
    .string()
    .trim()
    .refine((text) => text === '' || OCCUPATION_CODE.test(text), 'Is not a code such as 33-1091.00.')
    .transform(emptyIsNull),
  roleBand: z
    .enum(['', '1', '2', '3', '4'], 'Is 1 to 4.')
    .transform((text) => (text === '' ? null : (Number(text) as RoleBand))),
  critical: z.enum(['', 'yes']).transform((text) => text === 'yes'),
});

/** The facts that the controls of a form state. Throws InvalidInput with the field. */
export function readPositionFields(
  fields: Readonly<Record<(typeof POSITION_FIELDS)[number], string>>,
): PositionFacts {
  const parsed = form.safeParse(fields);
  if (parsed.success) return parsed.data;
  const errors: FieldError[] = parsed.error.issues.map(({ path, message }) => ({
    pointer: path.join('.'),
    detail: message,
  }));
  throw new InvalidInput('The position was not saved. See the fields that are marked.', errors);
}
