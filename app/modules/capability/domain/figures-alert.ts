import type { Job } from '~/modules/organizations/domain/job';

/** Why figures are not renewed. */
export interface FiguresAlert {
  /** failing: a job of theirs fails; stuck: nobody takes it, or it does not end. */
  readonly state: 'failing' | 'stuck';
  /** Since when what is to be computed waits, ISO text. */
  readonly since: string;
}

export interface AlertInputs {
  /** Of the organization's figures, not over, and whatever runs in their queue. */
  readonly jobs: readonly Job[];
  /** Whose figures: released ones depend on releases and their cuts alone; a refresh would tell of what is not released. */
  readonly of: 'live' | 'released';
  /** Whether something changed that the figures do not hold. */
  readonly isBehind: boolean;
  /** When the last release was made; null: none was. */
  readonly releasedAt: Date | null;
  readonly now: Date;
}

const OF_RELEASES: ReadonlySet<string> = new Set(['make-release', 'prepare-release-cuts']);
/** Jobs of which one organization's run one after the other (queue of enqueue_job). */
const IN_TURN: ReadonlySet<string> = new Set(['refresh-capability', 'make-release', 'erase-person']);

/** A job that nobody took for this long waits for a worker that is not there, or not enough. */
const WAITING_MS = 2 * 60_000;
/** A job that runs for longer is no computation any more: its longest statement is 10 minutes. */
const RUNNING_MS = 20 * 60_000;

/**
 * Whether figures are behind for a reason that waiting for a moment does not mend; null: they are not. A refresh that
 * failed is none while nothing waits to be computed: a later one did its work. A job that waits behind one that runs in
 * the same queue is not stuck.
 */
export function figuresAlert({ jobs, of, isBehind, releasedAt, now }: AlertInputs): FiguresAlert | null {
  const own = jobs.filter(({ kind }) =>
    of === 'released' ? OF_RELEASES.has(kind) : isBehind && kind === 'refresh-capability',
  );
  const failing = own.filter(
    ({ state, kind, askedAt }) =>
      state === 'failing' ||
      (state === 'failed' &&
        !(OF_RELEASES.has(kind) && releasedAt && Date.parse(askedAt) < releasedAt.getTime())),
  );
  if (failing.length > 0) return { state: 'failing', since: oldest(failing) };
  const isOlder = (job: Job, ms: number) => now.getTime() - Date.parse(job.askedAt) > ms;
  const isBusy = jobs.some(
    (job) => IN_TURN.has(job.kind) && job.state === 'running' && !isOlder(job, RUNNING_MS),
  );
  const late = own
    .filter(({ state }) => state !== 'failed')
    .filter((job) => isOlder(job, job.state === 'running' ? RUNNING_MS : WAITING_MS))
    .filter((job) => !(isBusy && IN_TURN.has(job.kind)));
  return late.length > 0 ? { state: 'stuck', since: oldest(late) } : null;
}

function oldest(jobs: readonly Job[]): string {
  return jobs.map(({ askedAt }) => askedAt).sort()[0] ?? '';
}
