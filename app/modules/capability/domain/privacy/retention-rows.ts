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
      ['Ratings that no longer count', keptInWords(ratingRetentionMonths)],
      [
        'Released figures',
        `${retentionMonths} months; the last release, and those of which a figure still stands, longer`,
      ],
      ['Reports of long tasks', '30 days'],
      ['Uploaded files', '1 day at most'],
      ['Sign-ins', 'until signed out, at most 14 days'],
      [
        'Audit log',
        'as long as the organization; what it holds about a person is taken out when the person is erased',
      ],
    ],
  };
}
