import { z } from 'zod';
import { quote } from '../cells';
import { shownNames } from './header-names';
import {
  type ChosenWord,
  FIELD_WORDS,
  LONGEST_WORD,
  type Meaning,
  WORD_FIELDS,
  WORD_TROUBLES,
  type WordField,
  wordKey,
  wordTrouble,
} from './word-fields';

const schemaOf = (key: z.ZodString) => {
  const meanings = <const Words extends readonly string[]>(words: Words) =>
    z.record(key, z.enum(['', ...words])).optional();
  return z.strictObject({
    status: meanings(FIELD_WORDS.status),
    kind: meanings(FIELD_WORDS.kind),
    role_band: meanings(FIELD_WORDS.role_band),
    available: meanings(FIELD_WORDS.available),
  });
};

/** What words of columns mean: `{"kind": {"Festangestellt": "employee"}}`. */
export const wordMeaningsSchema = schemaOf(z.string().min(1).max(LONGEST_WORD));
/** The same as somebody writes it: any spelling. */
const writtenSchema = schemaOf(z.string());

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
    const parsed = writtenSchema.safeParse(jsonOf(text));
    const refused = parsed.success
      ? troubleOf(parsed.data)
      : `is not JSON such as {"kind":{"temp":"agency"}}, with words for ${WORD_FIELDS.join(', ')}.`;
    if (parsed.success && refused === null) return chosenOf(parsed.data);
    ctx.addIssue({ code: 'custom', message: refused ?? '' });
    return z.NEVER;
  });

type Written = z.infer<typeof writtenSchema>;

/** Why one of the words cannot be remembered; null: all can. */
function troubleOf(written: Written): string | null {
  for (const field of WORD_FIELDS)
    for (const word of Object.keys(written[field] ?? {})) {
      const trouble = wordTrouble(word, wordKey(word));
      const [start = ''] = shownNames([word]);
      if (trouble) return `${field}: ${quote(start)} ${WORD_TROUBLES[trouble]}.`;
    }
  return null;
}

function chosenOf(written: Written): ChosenWord[] {
  return WORD_FIELDS.flatMap((field) =>
    Object.entries(written[field] ?? {}).map(([word, meaning]) => ({ field, key: wordKey(word), meaning })),
  );
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
