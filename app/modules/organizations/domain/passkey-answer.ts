import { z } from 'zod';

const LONGEST_ID = 2_000;
const LONGEST = 100_000;
const base64url = (longest: number) =>
  z
    .string()
    .min(1)
    .max(longest)
    .regex(/^[A-Za-z0-9_-]+$/);
const credential = {
  id: base64url(LONGEST_ID),
  rawId: base64url(LONGEST_ID),
  type: z.literal('public-key'),
  authenticatorAttachment: z.enum(['platform', 'cross-platform']).nullish(),
};

/** What an authenticator answers when it is to sign in, as the browser gives it (WebAuthn level 3, 5.1.8). */
export const authenticationAnswer = z.object({
  ...credential,
  response: z.object({
    authenticatorData: base64url(LONGEST),
    clientDataJSON: base64url(LONGEST),
    signature: base64url(LONGEST),
    userHandle: base64url(LONGEST_ID).optional(),
  }),
});

/** What an authenticator answers when it has made a passkey. */
export const registrationAnswer = z.object({
  ...credential,
  response: z.object({
    attestationObject: base64url(LONGEST),
    clientDataJSON: base64url(LONGEST),
    transports: z.array(z.string().max(40)).max(10).default([]),
  }),
});

/** An answer that came as the text of a form's field, checked; null when it is none. */
export function readAnswer<Answer>(schema: z.ZodType<Answer>, text: string): Answer | null {
  if (text.length > 4 * LONGEST) return null;
  try {
    const parsed = schema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
