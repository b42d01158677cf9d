/** Why a person is erased: chosen, not written, because the reason stays in the audit log. */
export const ERASURE_REASONS = {
  asked: 'The person asked for it',
  left: 'The person left, and the record is not needed any more',
  mistake: 'The record was made by mistake',
  objection: 'The person objected to being assessed',
} as const;

export type ErasureReason = keyof typeof ERASURE_REASONS;

/** Whether the text is one of the reasons. */
export function isErasureReason(text: string): text is ErasureReason {
  return Object.hasOwn(ERASURE_REASONS, text);
}
