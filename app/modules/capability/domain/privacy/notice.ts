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
  'name, title, team, site, manager, e-mail address where given, days of joining and leaving',
  'occupations held and role band',
  'ratings in up to twelve dimensions, 0 to 4, with who rated, on which day and the evidence given',
  'figures computed from them: current level, strength of evidence, target, gap',
  'who saw individual ratings, and when',
];

export function noticeOf(facts: PrivacyFacts): PrivacyDocument {
  return {
    title: `How ${facts.organization} uses data about your skills`,
    sections: [
      contactSection(facts),
      { heading: 'What for', blocks: [list(PURPOSES), text(NO_DECISION)] },
      { heading: 'What is kept about you', blocks: [list(DATA_KEPT), text(NOT_KEPT)] },
      { heading: 'Who sees what', blocks: [text(RECORDED), accessTable(ABOUT_PEOPLE)] },
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
  'No figure decides anything about you by itself: a named person decides, and gives the reason.';
const NOT_KEPT = 'Your age, health, pay and private messages are not kept here.';
const RECORDED =
  'Whoever opens your individual ratings is written down, and you see it on your profile. Figures of groups are no individual ratings.';
const RIGHTS: readonly string[] = [
  'a copy of what is kept about you',
  'that what is wrong is corrected',
  'that you are erased where the law allows it',
  'to object, and to complain to the supervisory authority',
];

function contactSection({ organization, contact, legalGround }: PrivacyFacts): PrivacySection {
  return {
    heading: 'Who answers for it',
    blocks: [text(`${organization}. Ask: ${contact}`), text(`Ground in law: ${legalGround}`)],
  };
}

/** Of both documents: the smallest group, and when it was made smaller. */
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
                  `From ${day} on groups of ${to} are shown, before of ${from}; an owner asked for it and an HR partner agreed.`,
              ),
            ),
          ]
        : []),
    ],
  };
}
