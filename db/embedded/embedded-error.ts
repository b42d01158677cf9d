/** Why the embedded database cannot be used. `message` is one sentence for the person who started Cadre. */
export class EmbeddedError extends Error {
  override readonly name = 'EmbeddedError';
  constructor(
    readonly code:
      | 'no-binaries'
      | 'wrong-version'
      | 'not-reachable'
      | 'not-yours'
      | 'locked'
      | 'init-failed'
      | 'start-failed'
      | 'stop-failed',
    message: string,
  ) {
    super(message);
  }
}
