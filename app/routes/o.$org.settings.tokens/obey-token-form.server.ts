import type { AppLoadContext } from '@remix-run/node';
import {
  approveApiToken,
  makeApiToken,
  revokeApiToken,
} from '~/modules/organizations/commands/change-api-tokens';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import type { TokenForm } from './read-token-form.server';

interface Asked {
  readonly database: AppLoadContext['database'];
  readonly viewer: Viewer;
  /** Ids of the organization's teams. */
  readonly teams: ReadonlySet<string>;
}

/** Does what a form of the page asks for; gives back a token that was made. */
export async function obeyTokenForm(
  { database, viewer, teams }: Asked,
  form: TokenForm,
): Promise<{ value: string; waits: boolean } | null> {
  switch (form.intent) {
    case 'make':
      return makeApiToken(database, viewer, { ...form, teams });
    case 'approve':
      await approveApiToken(database, viewer, form.tokenId);
      return null;
    case 'revoke':
      await revokeApiToken(database, viewer, form.tokenId);
      return null;
  }
}
