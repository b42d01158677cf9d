/** The notice to employees: what is kept about them, for what, who sees it, how figures come about, and whom they ask. */
import { ABOUT_PEOPLE } from '~/modules/organizations/domain/permission-words';
import { accessTable } from './access-table';
import { formulaTexts } from './formula-texts';
import { list, type PrivacyDocument, type PrivacySection, text } from './privacy-document';
import type { PrivacyFacts } from './privacy-facts';
import { retentionTable } from './retention-rows';

/** Purposes for which the product is made; others are none of it. */
export const PURPOSES: readonly string[] = [
  'to know which capabilities the organization has, and which it will lack',
  'to plan training by what it fixes',
  'to see where work depends on a single person',
  'to show each person the own record and what is asked of the own role',
];

/** What is kept about a person. */
export const DATA_KEPT: readonly string[] = [
  'name, personnel number, kind of contract, title, team, site, manager, e-mail address where given, days of joining and leaving, whether on leave or available',
  'occupations held with their shares, and role band',
  'ratings in up to twelve dimensions, 0 to 4, with who rated, on which day and the evidence given: words, links and files',
  'what was seen of you in drills and in reviews of what happened, entered by somebody else',
  'ratings that were contested: what the person said, and the answer',
  'figures computed from them: current level, strength of evidence, target, gap',
  'positions held, and for planning succession: how long somebody is expected to hold a position, with the source, and who is considered for it',
  'who saw individual ratings, and when; who changed, imported or exported what',
  'of those who sign in: name and e-mail address of the account, role and rights, and that somebody was a member before; invitations and letters that wait',
  'how they sign in: a hash of the password, authenticator app and passkeys with their names, recovery codes as hashes, the name by which an identity provider knows them',
  'their sign-ins: when, how and with which browser; from which browsers and addresses they signed in before, as keyed hashes only',
];

export function noticeOf(facts: PrivacyFacts): PrivacyDocument {
  return {
    title: `How ${facts.organization} uses data about your skills`,
    sections: [
      contactSection(facts),
      { heading: 'What for', blocks: [list(PURPOSES), text(NO_DECISION)] },
      { heading: 'What is kept about you', blocks: [list(DATA_KEPT), text(NOT_KEPT)] },
      { heading: 'Who sees what', blocks: [text(RECORDED), accessTable(ABOUT_PEOPLE), text(OPERATORS)] },
      smallGroups(facts),
      {
        heading: 'How figures come about',
        blocks: formulaTexts(facts.constants).map(({ name, meaning, example }) =>
          text(`${name}: ${meaning} ${example}`),
        ),
      },
      { heading: 'How long', blocks: [retentionTable(facts)] },
      { heading: 'What you can ask for', blocks: [list(RIGHTS), text(`Ask: ${facts.contact}`)] },
    ],
  };
}

const NO_DECISION =
  'No figure decides anything about you by itself: people decide, and you may ask them for the reason.';
const NOT_KEPT =
  'Nothing here asks for your age, health, pay or private messages. What somebody writes as evidence is kept as it is written.';
const RECORDED =
  "Whoever else opens your individual ratings, or takes a copy of the organization with everybody's, is written down, and you see it on your profile; the same view again within a minute is one line. Figures of groups are no individual ratings.";
/** Of both documents: who stands outside the table. */
export const OPERATORS =
  'Whoever operates the server reaches the database itself. What they do by the commands of Cadre is written down, what they do without them is not.';
const RIGHTS: readonly string[] = [
  'a copy of what is kept about you',
  'that what is wrong is corrected: you contest a rating on your profile, it is marked, and an HR partner or the director, but never whoever gave it, answers; no band or plan is confirmed until then',
  'that you are erased where the law allows it',
  'to object, and to complain to the supervisory authority',
];

function contactSection({ organization, contact, legalGround }: PrivacyFacts): PrivacySection {
  return {
    heading: 'Who answers for it',
    blocks: [text(`${organization}. Ask: ${contact}`), text(`Ground in law: ${legalGround}`)],
  };
}

/** Of both documents: the smallest group, and when it was agreed to make it smaller. */
export function smallGroups({ constants, lowerings }: PrivacyFacts): PrivacySection {
  const k = constants.suppressionK;
  return {
    heading: 'Small groups',
    blocks: [
      text(
        `People without individual access read figures of groups of at least ${k} people only, as of a release. Smaller groups are hidden, also against subtraction.`,
      ),
      ...(lowerings.length > 0
        ? [
            list(
              lowerings.map(
                ({ from, to, day }) =>
                  `Agreed on ${day}: from the next release on groups of ${to} are shown, before of ${from}. An owner asked for it and an HR partner agreed.`,
              ),
            ),
          ]
        : []),
    ],
  };
}
