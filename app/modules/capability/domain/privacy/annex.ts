/** The annex for an impact assessment: all that the notice says in short, with every permission, formula and constant. */
import { instrumentsInWords } from '../instrument-words';
import { accessTable } from './access-table';
import { constantRows } from './constant-texts';
import { formulaTexts } from './formula-texts';
import { DATA_KEPT, OPERATORS, PURPOSES, smallGroups } from './notice';
import { list, type PrivacyDocument, type PrivacySection, text } from './privacy-document';
import type { PrivacyFacts } from './privacy-facts';
import { retentionTable } from './retention-rows';

export function annexOf(facts: PrivacyFacts): PrivacyDocument {
  const { organization, contact, legalGround } = facts;
  return {
    title: `Capability planning at ${organization}: annex for an impact assessment`,
    sections: [
      {
        heading: 'Processing',
        blocks: [
          text(`Controller: ${organization}. Contact: ${contact}`),
          text(`Ground in law: ${legalGround}`),
          text(
            'People concerned: employees, agency staff and contractors of the organization, and others who sign in to it.',
          ),
        ],
      },
      { heading: 'Purposes', blocks: [list(PURPOSES)] },
      { heading: 'Data', blocks: [list(DATA_KEPT)] },
      { heading: 'Who may do what', blocks: [text(ACCESS), accessTable(), text(OPERATORS)] },
      smallGroups(facts),
      { heading: 'Formulas', blocks: [formulaTable(facts)] },
      constantsSection(facts),
      { heading: 'Retention', blocks: [retentionTable(facts)] },
      { heading: 'Safeguards', blocks: [list(SAFEGUARDS)] },
    ],
  };
}

const ACCESS =
  'What is not in this table is denied. A token of the API acts with one of these roles; one that shows individual ratings and was made on a page opens nothing until a second person approves it.';

const SAFEGUARDS: readonly string[] = [
  "Each organization's rows are kept apart by the database itself: forced row security with a signed setting.",
  'Views of individual ratings, copies of them, changes of settings and rights, imports and exports are written to an audit log that shows when it was changed afterwards.',
  'Rights that show what is known of others are given by somebody else than their receiver.',
  'Smaller groups are shown only where an owner asks for it and an HR partner agrees.',
  'Ratings keep who gave them (until the rater is erased), when, and under which version of which framework.',
  'Figures say as of when; those of groups that are not released also say their formula, inputs and what was left out.',
];

function formulaTable({ constants }: PrivacyFacts) {
  return {
    kind: 'table' as const,
    label: 'Formulas',
    head: ['Figure', 'Formula', 'Example'],
    rows: formulaTexts(constants).map(({ name, formula, example }) => [name, formula, example]),
  };
}

function constantsSection({ constants, methodVersion, instruments, timeZone }: PrivacyFacts): PrivacySection {
  return {
    heading: 'Constants',
    blocks: [
      text(`Version of the method: ${methodVersion}. Days begin at midnight in ${timeZone}.`),
      text(`Assessed: ${instrumentsInWords(instruments)}.`),
      { kind: 'table', label: 'Constants', head: ['Constant', 'Value'], rows: constantRows(constants) },
    ],
  };
}
