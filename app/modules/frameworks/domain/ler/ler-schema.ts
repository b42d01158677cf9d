import { z } from 'zod';
import {
  MAX_CONTEXT_CHARS,
  MAX_NAME_CHARS,
  MAX_STATEMENT_CHARS,
  MAX_STATEMENTS_PER_LEVEL,
} from '../framework-limits';
import { splitStatement } from '../split-statement';
import { textFault } from '../text-fault';

/** Keys of the levels of schema 1, in the order of their rank 1 to 4. */
export const LER_LEVEL_KEYS = ['emerging', 'developing', 'proficient', 'advanced'] as const;

const plain = (maxChars: number) =>
  z.string().superRefine((text, context) => {
    const fault = textFault(text, maxChars);
    if (fault) context.addIssue({ code: 'custom', message: fault });
  });

const plainOrEmpty = (maxChars: number) => z.literal('').or(plain(maxChars));
const coded = (pattern: RegExp, words: string) => z.string().regex(pattern, { error: words });

const statement = z.string().superRefine((text, context) => {
  const parts = splitStatement(text);
  const fault = textFault(text, MAX_STATEMENT_CHARS) ?? (typeof parts === 'string' ? parts : null);
  if (fault) context.addIssue({ code: 'custom', message: fault });
});

const level = z.looseObject({
  label: plain(MAX_NAME_CHARS),
  caption: plain(MAX_NAME_CHARS).nullish(),
  /** The number is checked first, so that a list of a million faults is one fault. */
  statements: z
    .array(z.unknown())
    .min(1, { error: 'The level has no statements.' })
    .max(MAX_STATEMENTS_PER_LEVEL, { error: `More than ${MAX_STATEMENTS_PER_LEVEL} statements.` })
    .pipe(z.array(statement)),
});

const levels = z
  .looseObject({ emerging: level, developing: level, proficient: level, advanced: level })
  .superRefine((value, context) => {
    const unknown = Object.keys(value).find((key) => !(LER_LEVEL_KEYS as readonly string[]).includes(key));
    const message = 'Schema 1 has no such level; its statements would be lost.';
    if (unknown !== undefined) context.addIssue({ code: 'custom', message, path: [unknown] });
  });

/** The LER.me export of schema 1 (formats 1.4); names that it does not list are let through untouched. */
export const lerSchema = z.looseObject({
  occupation: z.looseObject({
    soc: coded(/^\d{2}-\d{4}\.\d{2}$/, 'An O*NET-SOC code such as 33-9032.00 is expected.'),
    title: plain(MAX_NAME_CHARS),
    group: plain(MAX_NAME_CHARS).nullish(),
    sector: plain(MAX_NAME_CHARS).nullish(),
    jobZone: z.int().min(1).max(5).nullish(),
    jobZoneInferred: z.boolean().nullish(),
  }),
  framework: z.looseObject({
    version: plain(MAX_NAME_CHARS),
    description: z.string().nullish(),
    contextCovered: plainOrEmpty(MAX_CONTEXT_CHARS).nullish(),
    levels,
  }),
  sources: z
    .looseObject({
      onet: plain(MAX_NAME_CHARS).nullish(),
      crosswalk: plain(MAX_NAME_CHARS).nullish(),
      generator: plain(MAX_NAME_CHARS).nullish(),
    })
    .nullish(),
  attribution: plain(MAX_CONTEXT_CHARS).nullish(),
});

export type LerExport = z.infer<typeof lerSchema>;
