/** Least peers whose ratings are shown, as one. */
const LEAST = 3;
const ASKED = ['nobody is', 'one is', 'two are'];

/** How the ratings of peers are shown, and how many are asked: of all, or of those whom the reader proposed. */
export function peersLead({
  peersAnonymous,
  asked,
  decides,
}: {
  readonly peersAnonymous: boolean;
  readonly asked: number;
  readonly decides: boolean;
}): string {
  const count = `${ASKED[asked] ?? `${asked} are`} asked so far`;
  const shown = peersAnonymous
    ? 'What peers say is shown as a median of at least three, without names'
    : 'What peers say is shown as a median of at least three, with their names';
  if (!decides)
    return `${shown}; of those whom you proposed, ${count}. Your manager approves whom you propose, and may ask others.`;
  return `${shown}: ${count}${asked > 0 && asked < LEAST ? `, so nothing would be shown yet` : ''}.`;
}

/** What a peer is told of whether the rated person learns the name. */
export function peerWords({ peersAnonymous }: { readonly peersAnonymous: boolean }): string {
  return peersAnonymous
    ? 'What you say as a peer is shown with that of at least two others, without your name.'
    : 'What you say as a peer is shown with that of at least two others, and with your name.';
}
