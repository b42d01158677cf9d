const LABEL = /^(?!-)[a-z0-9-]{1,63}(?<!-)$/;
const LONGEST = 253;

/** The name of a domain as the DNS has it (lower case, IDNA), or null when the text is none with at least two labels. */
export function domainName(text: string): string | null {
  const typed = text.trim().toLowerCase().replace(/\.$/, '');
  if (!typed || /[\s/:@?#\\[\]%]/.test(typed) || !URL.canParse(`https://${typed}/`)) return null;
  const { hostname } = new URL(`https://${typed}/`);
  const labels = hostname.split('.');
  const isName = labels.length > 1 && labels.every((label) => LABEL.test(label));
  // What looks like a number at its end would be read as an address.
  if (!isName || hostname.length > LONGEST || /^\d+$/.test(labels.at(-1) ?? '')) return null;
  return hostname;
}

/** The domain of an e-mail address, or null. */
export function domainOfEmail(email: string): string | null {
  const at = email.lastIndexOf('@');
  return at < 1 ? null : domainName(email.slice(at + 1));
}

/** Where the DNS of a domain says whose it is. */
export function proofHost(domain: string): string {
  return `_cadre.${domain}`;
}

/** What the TXT record says there. */
export function proofText(token: string): string {
  return `cadre-verification=${token}`;
}
