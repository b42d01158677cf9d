import { readFields } from '~/http/read-fields.server';
import { InvalidInput } from '~/shared/errors';
import { isAnyUuid } from '~/shared/is-uuid';

export interface PeerForm {
  readonly intent: 'name' | 'approve' | 'decline';
  readonly peerId: string;
}

/** Whom the form names or decides about. Throws InvalidInput. */
export async function readPeerForm(request: Request): Promise<PeerForm> {
  const { one } = await readFields(request, { single: ['intent', 'peer'] });
  const { intent, peer } = one;
  if ((intent !== 'name' && intent !== 'approve' && intent !== 'decline') || !isAnyUuid(peer))
    throw new InvalidInput('The form could not be read. Open the page again and send it once more.');
  return { intent, peerId: peer };
}
