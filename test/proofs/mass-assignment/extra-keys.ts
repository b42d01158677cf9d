/** A value of each type that the schema holds; the texts and numbers stand nowhere else. */
export const MARKS = {
  text: 'massassigned',
  id: 'deadbeef-0000-4000-8000-00000000dead',
  number: '987654321',
  day: '1987-06-05',
} as const;

/** Whether something stored comes from one of the extra values. */
export const isMarked = (text: string): boolean => Object.values(MARKS).some((mark) => text.includes(mark));

/** Thirty names that no form and no resource has: columns of the tables, and ways into an object. */
export const EXTRA_KEYS: readonly (readonly [name: string, value: string])[] = [
  ['organization_id', MARKS.id],
  ['organizationId', MARKS.id],
  ['user_id', MARKS.id],
  ['userId', MARKS.id],
  ['actor', MARKS.id],
  ['created_by', MARKS.id],
  ['changedBy', MARKS.id],
  ['invited_by', MARKS.id],
  ['importedBy', MARKS.text],
  ['draft_id', MARKS.id],
  ['frameworkId', MARKS.id],
  ['isAdmin', 'true'],
  ['is_operator', 'true'],
  ['admin', '1'],
  ['permissions', 'organization:write'],
  ['grants', 'bench:names'],
  ['break_glass', 'true'],
  ['secondFactorRequired', 'false'],
  ['sso_required', 'false'],
  ['suppressionK', '1'],
  ['state', 'done'],
  ['status', 'left'],
  ['published', 'true'],
  ['scope', 'shared'],
  ['created_at', MARKS.day],
  ['expiresAt', MARKS.day],
  ['passwordHash', MARKS.text],
  ['token_hash', MARKS.text],
  ['__proto__', MARKS.text],
  ['constructor[prototype]', MARKS.number],
];
