import { z } from 'zod';
import { textFault } from './cells';

/** One line of text that says something, of a form or a body. @param max characters. */
export function lineField(max: number) {
  return z
    .string()
    .trim()
    .min(1, 'is empty.')
    .superRefine((text, ctx) => {
      const fault = textFault(text, max);
      if (fault) ctx.addIssue({ code: 'custom', message: fault });
    });
}
