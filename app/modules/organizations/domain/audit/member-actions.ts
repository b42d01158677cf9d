import { z } from 'zod';
import { fieldChange } from './field-change';

const teamScope = z.array(z.guid());
/** Entries of before the teams were told do not have them. */
const ended = z.strictObject({ role: z.string(), teamScope: teamScope.optional() });

/** What is written to the audit log about who is a member, and with which rights. */
export const MEMBER_ACTIONS = {
  'member.invite': {
    subjects: ['invitation'],
    details: z.strictObject({ role: z.string(), teamScope }),
    words: 'invited somebody',
  },
  'member.invite_again': {
    subjects: ['invitation'],
    details: z.strictObject({}),
    words: 'sent an invitation again',
  },
  'member.invite_revoke': {
    subjects: ['invitation'],
    details: z.strictObject({}),
    words: 'took an invitation back',
  },
  'member.join': {
    subjects: ['user'],
    details: z.strictObject({ invitation: z.guid(), role: z.string(), teamScope }),
    words: 'accepted an invitation',
  },
  'member.change': {
    subjects: ['user'],
    details: z.strictObject({ changes: z.array(fieldChange).min(1) }),
    words: "changed a member's rights",
  },
  'member.remove': {
    subjects: ['user'],
    details: ended,
    words: 'removed a member',
  },
  'member.leave': {
    subjects: ['user'],
    details: ended,
    words: 'left the organization',
  },
  'member.join_by_sso': {
    subjects: ['user'],
    details: z.strictObject({ role: z.string() }),
    words: 'joined by single sign-on',
  },
} as const;
