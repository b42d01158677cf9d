import { type LetterWords, letter } from './letter';

/** Asks to confirm a sign-up. Words that the asker chose are not in it: the letter goes to whom they named. */
export function signUpLetter(link: string): LetterWords {
  return letter({
    subject: 'Confirm your address for Cadre',
    paragraphs: [
      'Somebody, surely you, asked for a new organization in Cadre with this address. Follow the link to make it.',
      'The link works once, within 24 hours, and asks for the password that you chose. If it was not you, leave it be: nothing is made without it.',
    ],
    link,
  });
}

/** Answers a sign-up with an address that somebody signs in with already. */
export function knownSignUpLetter(link: string): LetterWords {
  return letter({
    subject: 'You have an account in Cadre already',
    paragraphs: [
      'Somebody, perhaps you, asked for a new organization in Cadre with this address. You have an account with it already, and nothing was changed.',
      'Sign in with it here. Have you forgotten your password, the page leads to a new one.',
      'A second organization for the same address is made by whoever runs this installation (cadre org create), or by signing up with another address.',
    ],
    link,
  });
}

/** Lets somebody choose a new password. */
export function resetLetter(link: string): LetterWords {
  return letter({
    subject: 'A new password for Cadre',
    paragraphs: [
      'Somebody, surely you, asked for a new password for your account in Cadre. Follow the link to choose one.',
      'The link works once, within one hour. If it was not you, leave it be: your password stays as it is.',
    ],
    link,
  });
}

/** Says that the password changed. */
export function passwordChangedLetter(link: string): LetterWords {
  return letter({
    subject: 'Your password for Cadre changed',
    paragraphs: [
      'The password of your account in Cadre was changed. Every other browser was signed out.',
      'If it was not you, choose a new password at once.',
    ],
    link,
  });
}

/** Says that the ways to confirm a sign-in changed: one was added or removed, or a recovery code was used. */
export function secondFactorChangedLetter(link: string): LetterWords {
  return letter({
    subject: 'Your second factor for Cadre changed',
    paragraphs: [
      'The second factor of your account in Cadre was changed, or one of its recovery codes was used. Sessions in other browsers have ended.',
      'If it was not you, choose a new password at once, then look at your second factors here.',
    ],
    link,
  });
}
