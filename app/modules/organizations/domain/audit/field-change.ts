import { z } from 'zod';

const setting = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/** One field that changed; settings and rights only, a value about a person is a personal value of the entry. */
export const fieldChange = z.strictObject({ field: z.string(), before: setting, after: setting });
