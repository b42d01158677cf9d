/** What a peer is told of whether the rated person learns the name. */
export function peerWords({ peersAnonymous }: { readonly peersAnonymous: boolean }): string {
  return peersAnonymous
    ? 'What you say as a peer is shown with that of at least two others, without your name.'
    : 'What you say as a peer is shown with that of at least two others, and with your name.';
}
