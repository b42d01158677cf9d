import { type LetterWords, letter } from './letter';

interface SignInLetter {
  readonly organization: { readonly name: string; readonly address: string };
  /** Whether the sign-in was connected; else it was taken back. */
  readonly isLinked: boolean;
  /** Whose sign-in it is, the person whose record it is, or somebody who looks after records. */
  readonly reader: 'member' | 'person' | 'watcher';
  /** The record, for a watcher. */
  readonly aboutId: string | null;
}

/**
 * Says that a sign-in was connected with a record, or taken back: to somebody who looks after records by a link, to
 * nobody with a name. A letter tells what was done, which another may have undone since.
 */
export function signInLetter({
  organization,
  isLinked,
  reader,
  aboutId,
}: SignInLetter): LetterWords & { link?: string } {
  const { name, address } = organization;
  const inOne = name.replaceAll(/\s+/g, ' ');
  if (reader === 'watcher') {
    const link = `${address}/people/${aboutId}/edit`;
    const subject = `A sign-in was ${isLinked ? 'connected with' : 'taken from'} a record in ${inOne}`;
    return { ...letter({ subject, paragraphs: watcherWords(name, isLinked), link }), link };
  }
  const subject = `Your record in ${inOne}`;
  if (reader === 'person') return letter({ subject, paragraphs: personWords(name, isLinked) });
  return { ...letter({ subject, paragraphs: memberWords(name, isLinked), link: address }), link: address };
}

function watcherWords(organization: string, isLinked: boolean): string[] {
  if (isLinked)
    return [
      `A sign-in was connected with a person of ${organization}. Whoever uses it reads that person’s record, ratings included, as their own.`,
      'Who it is stands in Cadre. If it is not right, take the sign-in back there; an administrator finds in the audit log who connected it.',
    ];
  return [
    `A sign-in was taken from a person of ${organization}. As long as it was connected, whoever used it could read that person’s record, ratings included.`,
    'Who it is stands in Cadre; an administrator finds in the audit log who connected it, who took it back, and when.',
  ];
}

function memberWords(organization: string, isLinked: boolean): string[] {
  if (isLinked)
    return [
      `Your sign-in was connected with a person of ${organization}: from now on you read that person’s record, ratings included, as your own.`,
      'If the record is not yours, tell an HR partner of your organization at once.',
    ];
  return [
    `Your sign-in was taken from a person of ${organization}: you read no record there as your own any more.`,
    'If you did not expect it, ask an HR partner of your organization.',
  ];
}

function personWords(organization: string, isLinked: boolean): string[] {
  if (isLinked)
    return [
      `A sign-in with another address than this one was connected with your record in ${organization}. Whoever uses it reads your record, ratings included, as their own.`,
      'If you do not sign in with another address, tell your organization at once: an HR partner can take it back, an administrator finds out who connected it.',
    ];
  return [
    `A sign-in with another address than this one was taken from your record in ${organization}. As long as it was connected, whoever used it could read your record, ratings included.`,
    'If you never signed in with another address, ask your organization: an administrator finds out who connected it, and when.',
  ];
}
