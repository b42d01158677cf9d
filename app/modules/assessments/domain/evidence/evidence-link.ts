import { LONGEST_LINK } from './evidence-kind';

export type ReadLink = { readonly url: string; readonly host: string } | { readonly fault: string };

/** An address as evidence may hold it: https, with a host, without a name or password in it. */
export function readLink(text: string): ReadLink {
  const trimmed = text.trim();
  if (trimmed === '') return { fault: 'Give an address.' };
  if (trimmed.length > LONGEST_LINK) return { fault: 'The address has more than 2,000 characters.' };
  if (/[\p{Cc}\p{Cf}\s]/u.test(trimmed)) return { fault: 'The address holds spaces or hidden characters.' };
  const url = URL.canParse(trimmed) ? new URL(trimmed) : null;
  if (url?.protocol !== 'https:') return { fault: 'The address must begin with https://.' };
  if (url.username !== '' || url.password !== '')
    return { fault: 'The address must hold no name or password.' };
  if (url.href.length > LONGEST_LINK) return { fault: 'The address has more than 2,000 characters.' };
  return { url: url.href, host: url.host };
}

/** The host of a stored address, as it stands beside its words. */
export function hostOfLink(url: string): string {
  return URL.canParse(url) ? new URL(url).host : '';
}
