/** A letter in words: plain text, and the same as simple HTML. */
export interface LetterWords {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

interface LetterParts {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  readonly link?: string;
  /** Words at the very end, with a link of their own. */
  readonly last?: { readonly words: string; readonly link: string };
}

/** Puts a letter together; the link stands on a line of its own. */
export function letter({ subject, paragraphs, link, last }: LetterParts): LetterWords {
  const lines = [...paragraphs, ...(link ? [link] : []), ...(last ? [last.words, last.link] : [])];
  const html = [
    ...paragraphs.map((paragraph) => `<p>${escaped(paragraph)}</p>`),
    ...(link ? [anchor(link)] : []),
    ...(last ? [`<p>${escaped(last.words)}</p>`, anchor(last.link)] : []),
  ];
  return { subject, text: `${lines.join('\n\n')}\n`, html: html.join('\n') };
}

function anchor(link: string): string {
  return `<p><a href="${escaped(link)}">${escaped(link)}</a></p>`;
}

/** Invites to an organization by a link that is good once. */
export function invitationLetter(organization: string, role: string, link: string): LetterWords {
  return letter({
    subject: `Invitation to ${oneLine(organization)} in Cadre`,
    paragraphs: [
      `You are invited to ${organization} in Cadre. Your role there would be: ${role}.`,
      'This link is for you alone. It works once, within seven days. If you did not expect it, leave it be.',
    ],
    link,
  });
}

/** Says that rights changed. */
export function changedLetter(organization: string, role: string, link: string): LetterWords {
  return letter({
    subject: `Your rights in ${oneLine(organization)} changed`,
    paragraphs: [
      `An administrator of ${organization} changed what you may see and do in Cadre. Your role is now: ${role}.`,
      'Cadre asks you to confirm that it is you before it opens again. If you did not expect this, ask an administrator of your organization.',
    ],
    link,
  });
}

/** Says that the organization's identity provider signs somebody in to the account from now on. */
export function ssoConnectedLetter(organization: string, link: string): LetterWords {
  return letter({
    subject: `Single sign-on of ${oneLine(organization)} opens your membership`,
    paragraphs: [
      `From now on the identity provider of ${organization} signs you in there, without the password of your account in Cadre. It opens nothing else of your account.`,
      'If it was not you who signed in there just now, tell an owner of the organization at once: they can switch single sign-on off.',
    ],
    link,
  });
}

/** Says to an HR partner that somebody contested a rating; neither whose nor which. */
export function contestOpenedLetter(organization: string, link: string): LetterWords {
  return letter({
    subject: `A rating is contested in ${oneLine(organization)}`,
    paragraphs: [
      `Somebody in ${organization} contests a rating of their own. It is marked until it is answered.`,
      'Who, which rating and why stands in Cadre.',
    ],
    link,
  });
}

/** Says to the person that the contest is answered; the answer itself is read in Cadre. */
export function contestAnsweredLetter(organization: string, link: string): LetterWords {
  return letter({
    subject: `Your contest in ${oneLine(organization)} is answered`,
    paragraphs: [
      `The rating that you contested in ${organization} was looked at, and there is an answer.`,
      'It stands on your profile in Cadre.',
    ],
    link,
  });
}

/** Says that a membership ended. */
export function removedLetter(organization: string): LetterWords {
  return letter({
    subject: `You no longer belong to ${oneLine(organization)} in Cadre`,
    paragraphs: [
      `An administrator ended your membership of ${organization} in Cadre.`,
      'If you did not expect this, ask an administrator of your organization.',
    ],
  });
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ');
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replaceAll(/[&<>"]/g, (character) => ESCAPES[character] ?? '');
}
