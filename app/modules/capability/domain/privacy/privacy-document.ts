/** A document of the privacy pack: plain text in sections, so that it is the same on a page, on paper and as Markdown. */
export interface PrivacyDocument {
  readonly title: string;
  readonly sections: readonly PrivacySection[];
}

export interface PrivacySection {
  readonly heading: string;
  readonly blocks: readonly PrivacyBlock[];
}

export type PrivacyBlock =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | {
      readonly kind: 'table';
      /** Names the table for those who do not see it. */
      readonly label: string;
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
    };

/** The documents of the pack. */
export const PRIVACY_DOCUMENTS = ['notice', 'annex'] as const;
export type PrivacyDocumentName = (typeof PRIVACY_DOCUMENTS)[number];
export type PrivacyDocuments = Readonly<Record<PrivacyDocumentName, PrivacyDocument>>;

export const DOCUMENT_LABELS: Readonly<Record<PrivacyDocumentName, string>> = {
  notice: 'Notice to employees',
  annex: 'Annex for an impact assessment',
};

export function isDocumentName(text: string): text is PrivacyDocumentName {
  return (PRIVACY_DOCUMENTS as readonly string[]).includes(text);
}

export const text = (words: string): PrivacyBlock => ({ kind: 'text', text: words });
export const list = (items: readonly string[]): PrivacyBlock => ({ kind: 'list', items });
