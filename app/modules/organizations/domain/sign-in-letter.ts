import { type LetterWords, letter } from './letter';
import { reachOf } from './permissions';
import type { Role } from './role';

interface SignInLetter {
  readonly organization: { readonly name: string; readonly address: string };
  /** Of whoever gets the letter. */
  readonly role: Role;
  /** The record that was connected, for who looks after records; null: the reader's own. */
  readonly aboutId: string | null;
}

/**
 * Says that a sign-in was connected with a record: to the member, or to somebody who looks after records, by a link and
 * without a name. Null for whose role does not open the record any more.
 */
export function signInLetter({ organization, role, aboutId }: SignInLetter): [LetterWords, string] | null {
  const name = organization.name.replaceAll(/\s+/g, ' ');
  if (aboutId === null) {
    const link = organization.address;
    const paragraphs = [
      `Your sign-in was connected with a person of ${organization.name}: from now on you read that person’s record, ratings included, as your own.`,
      'If the record is not yours, tell an HR partner of your organization at once.',
    ];
    return [letter({ subject: `Your record in ${name}`, paragraphs, link }), link];
  }
  if (reachOf(role, 'directory:write') === 'none') return null;
  const link = `${organization.address}/people/${aboutId}/edit`;
  const paragraphs = [
    `A sign-in was connected with a person of ${organization.name}. Whoever uses it reads that person’s record, ratings included, as their own.`,
    'Who it is stands in Cadre. If it is not right, take the sign-in back there; an administrator finds in the audit log who connected it.',
  ];
  return [letter({ subject: `A sign-in was connected with a record in ${name}`, paragraphs, link }), link];
}
