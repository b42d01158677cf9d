import type { Database } from '#db/database';
import type { Environment } from '~/env.server';
import type { KeyedHash } from '~/keyed-hash.server';
import type { Logger } from '~/logger.server';
import type { TitleMatching } from '~/matching/title-matching';
import type { FileScanner } from '~/scan/file-scanner';
import type { Sealer } from '~/sealing.server';
import type { PageFate } from './kept-pages/page-fate';
import type { PasswordKeeper } from './password.server';
import type { SessionKeeper } from './session.server';

/** What server.ts makes once and hands to every loader and action. */
export interface Services {
  readonly database: Database;
  readonly environment: Environment;
  readonly logger: Logger;
  readonly sessions: SessionKeeper;
  readonly passwords: PasswordKeeper;
  readonly sealer: Sealer;
  readonly keyedHash: KeyedHash;
  readonly titles: TitleMatching;
  readonly scanner: FileScanner;
  /** Reports what /readyz says; throws never. */
  readonly readiness: () => Promise<Readiness>;
}

export interface Readiness {
  readonly ready: boolean;
  readonly failing: readonly string[];
}

declare module '@remix-run/node' {
  interface AppLoadContext extends Services {
    readonly requestId: string;
    readonly nonce: string;
    /** Whether the page of this request is kept for the next one like it. */
    readonly page: PageFate;
    /** The address of who asks, as the connection or a trusted proxy says it. */
    readonly clientAddress: string;
    /** Tells whose turns the caller's next requests take: those of the organization that let this one in, or nobody's. */
    readonly letInto: (organizationId: string | null) => void;
    /** Sends a cookie with the response, whatever the route answers. */
    readonly setCookie: (cookie: string) => void;
  }
}
