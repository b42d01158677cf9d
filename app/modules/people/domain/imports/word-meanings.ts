import { z } from 'zod';
import {
  type ChosenWord,
  FIELD_WORDS,
  LONGEST_WORD,
  type Meaning,
  WORD_FIELDS,
  type WordField,
  wordKey,
} from './word-fields';

const meanings = <const Words extends readonly string[]>(words: Words) =>
  z.record(z.string().min(1).max(LONGEST_WORD), z.enum(['', ...words])).optional();

/** What words of columns mean: `{"kind": {"Festangestellt": "employee"}}`. */
export const wordMeaningsSchema = z.strictObject({
  status: meanings(FIELD_WORDS.status),
  kind: meanings(FIELD_WORDS.kind),
  role_band: meanings(FIELD_WORDS.role_band),
  available: meanings(FIELD_WORDS.available),
});

/** What was chosen for a word, as an operation keeps it. */
export const chosenWordSchema: z.ZodType<ChosenWord> = z.strictObject({
  field: z.enum(WORD_FIELDS as [WordField, ...WordField[]]),
  key: z.string().min(1).max(LONGEST_WORD),
  meaning: z.enum(['', ...Object.values(FIELD_WORDS).flat()] as [Meaning, ...Meaning[]]).nullable(),
});

/** The meanings as text, as a form sends them; words are taken in any spelling. Fails for anything else. */
export const wordMeaningsText = z
  .string()
  .max(20_000)
  .transform((text, ctx): ChosenWord[] => {
    const parsed = wordMeaningsSchema.safeParse(jsonOf(text));
    if (parsed.success) return chosenOf(parsed.data);
    const example = '{"kind":{"temp":"agency"}}';
    ctx.addIssue({
      code: 'custom',
      message: `is not JSON such as ${example}, with words for ${WORD_FIELDS.join(', ')}.`,
    });
    return z.NEVER;
  });

function chosenOf(said: z.infer<typeof wordMeaningsSchema>): ChosenWord[] {
  return WORD_FIELDS.flatMap((field) =>
    Object.entries(said[field] ?? {}).flatMap(([word, meaning]) =>
      wordKey(word) === '' ? [] : [{ field, key: wordKey(word), meaning }],
    ),
  );
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
