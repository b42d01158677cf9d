const WORDS: Readonly<Record<string, string>> = {
  app: 'The authenticator app is set up. Your other sessions ended.',
  'app-removed': 'The authenticator app is off. Your other sessions ended.',
  passkey: 'The passkey was added. Your other sessions ended.',
  renamed: 'The passkey has its new name.',
  'passkey-removed': 'The passkey was removed. Your other sessions ended.',
};

/** What was just done, or null. */
export function doneWords(done: string | null): string | null {
  return done && Object.hasOwn(WORDS, done) ? (WORDS[done] ?? null) : null;
}
