import { SOURCE_DAYS } from '~/modules/organizations/domain/source-days';
import { keptInWords } from '../setting-difference';
import type { PrivacyBlock } from './privacy-document';
import type { PrivacyFacts } from './privacy-facts';

/** How long what is kept. */
export function retentionTable({
  retentionMonths,
  ratingRetentionMonths,
}: Pick<PrivacyFacts, 'retentionMonths' | 'ratingRetentionMonths'>): PrivacyBlock {
  return {
    kind: 'table',
    label: 'How long what is kept',
    head: ['What', 'Kept'],
    rows: [
      ['Records of people and the ratings that count', 'until the person is erased'],
      ['Contested ratings: what was said and answered', 'until the person is erased'],
      ['Ratings that no longer count, with their evidence', keptInWords(ratingRetentionMonths)],
      [
        'Links and files that support a rating that counts',
        'until whoever added them, or an HR partner, removes them; else until the person is erased',
      ],
      ['Observations of drills and reviews that support no rating', keptInWords(ratingRetentionMonths)],
      [
        'Released figures',
        `${retentionMonths} months; the last release, and those of which a figure still stands, longer`,
      ],
      ['Reports of long tasks', '30 days'],
      ['Uploaded files', '1 day'],
      [
        'Previews of imports, and what was known of people before an import, so that it can be undone',
        '30 days',
      ],
      ['Answers to programs that may ask again, which can hold records of people', '1 day'],
      [
        'How titles were last matched to occupations, with who confirmed it',
        'until confirmed anew, or the organization is deleted',
      ],
      [
        'Accounts with password, second factors and rights; that somebody was a member before',
        'until the person is erased or the organization deleted; an account in other organizations stays there',
      ],
      ['Sign-ins', 'until signed out, at most 14 days'],
      [
        'From which addresses and browsers an account was signed in to, as hashes under a key',
        `${SOURCE_DAYS} days after the last time; gone with the account`,
      ],
      ['Letters, where they are files because there is no mail server', '30 days'],
      ['Invitations', 'until accepted or withdrawn; the link works for 7 days'],
      [
        'Audit log',
        'as long as the organization; values about a person are taken out when the person is erased, numbers that lead nowhere stay',
      ],
      ['Ratings that an erased person gave', 'with whom they are about, under a random number'],
      [
        'Of an erased person in released figures: levels, and teams and managers with their last day',
        'as long as the releases, under a random number',
      ],
      ['Backups', 'as long as the operator keeps them; until then they hold who was erased since'],
    ],
  };
}
