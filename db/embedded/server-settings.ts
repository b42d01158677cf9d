import os from 'node:os';

export interface ServerSettingsInput {
  readonly port: number;
  /** Give up durability for speed: tests only. */
  readonly fast: boolean;
}

const SMALLEST_MB = 128;
const LARGEST_MB = 1_024;
/** Part of the memory that the server keeps pages of tables in, once it has read them. */
const SHARE = 16;

/** Megabytes of shared buffers for a machine with so many bytes of memory: a sixteenth of it, from 128 MB to 1 GB. */
export function sharedMegabytes(bytes: number): number {
  const share = Math.floor(bytes / SHARE / 1024 ** 2);
  return Math.max(SMALLEST_MB, Math.min(LARGEST_MB, share));
}

/** Bytes of memory that this process and those that it starts may use: of the machine, or of its container. */
function availableBytes(): number {
  const bound = process.constrainedMemory();
  return bound > 0 ? Math.min(bound, os.totalmem()) : os.totalmem();
}

/**
 * The settings of the embedded server, as command-line arguments. Sized for a laptop; the log holds no values of
 * rows (no statement texts, no key values in details), so that erasing a person needs no change of log files.
 */
export function serverSettings({ port, fast }: ServerSettingsInput): string[] {
  const settings = [
    'listen_addresses=127.0.0.1',
    `port=${port}`,
    'unix_socket_directories=',
    'max_connections=60',
    `shared_buffers=${fast ? SMALLEST_MB : sharedMegabytes(availableBytes())}MB`,
    'wal_level=replica',
    'timezone=UTC',
    'log_timezone=UTC',
    'log_min_messages=warning',
    'log_min_error_statement=panic',
    'log_error_verbosity=terse',
    'log_checkpoints=off',
    'logging_collector=off',
    // Right after a large import the planner has to hear of it: within seconds instead of a minute.
    ...(fast ? [] : ['autovacuum_naptime=10s']),
    ...(fast ? ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'] : ['fsync=on']),
  ];
  return settings.flatMap((setting) => ['-c', setting]);
}
